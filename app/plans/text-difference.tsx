import { InsetText } from "~/ui/inset-text";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { TextDifference as Difference, TextPiece } from "./compare-texts";

function Piece({ kind, text }: TextPiece) {
  if (kind === "same") return <>{text}</>;
  const Mark = kind === "added" ? "ins" : "del";
  // The words at both ends are for screen readers, most of which pass over <ins> and <del> in silence.
  return (
    <>
      <Mark className={`app-${kind}`}>
        <VisuallyHidden>{kind === "added" ? " [added: " : " [removed: "}</VisuallyHidden>
        {text}
        <VisuallyHidden>] </VisuallyHidden>
      </Mark>
    </>
  );
}

/** A text with what was added and what was removed marked in place. */
export function TextDifference({ difference }: { difference: Difference }) {
  return (
    <>
      {difference.by === "paragraphs" && (
        <p className="govuk-hint">The two texts have little in common, so whole paragraphs are marked.</p>
      )}
      <div className="app-typed-text">
        {difference.pieces.map((piece, index) => (
          <Piece key={index} {...piece} />
        ))}
      </div>
    </>
  );
}

/** How to read the marks. */
export function MarksKey() {
  return (
    <InsetText>
      <p className="govuk-body">
        <Piece kind="added" text="Added words" /> are underlined twice, <Piece kind="removed" text="removed words" />{" "}
        are crossed out.
      </p>
    </InsetText>
  );
}
