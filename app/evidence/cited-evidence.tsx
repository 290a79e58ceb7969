import { Tag } from "~/ui/tag";
import { evidenceKinds } from "./evidence-kinds";
import type { EvidencePiece } from "./evidence-piece";
import { formatSize } from "./format-size";

/** What a file is, after its description: "PDF, 2.4MB". */
export const fileWords = ({ kind, size }: Pick<EvidencePiece, "kind" | "size">): string =>
  `${evidenceKinds[kind].name}, ${formatSize(size)}`;

type CitedEvidenceProps = {
  /** Null where nothing is known about it, which is not the same as nothing. */
  evidence: readonly EvidencePiece[] | null;
  /** Says so where there is none, for those who write or decide. */
  markMissing?: boolean;
};

/** The evidence behind a claim, each piece with the way to it. */
export function CitedEvidence({ evidence, markMissing = false }: CitedEvidenceProps) {
  if (!evidence) return null;
  if (evidence.length === 0) {
    if (!markMissing) return null;
    return (
      <p className="govuk-body app-below-text">
        <Tag colour="yellow">No evidence cited</Tag>
      </p>
    );
  }
  return (
    <ul className="govuk-list govuk-list--bullet app-below-text">
      {evidence.map((piece) => (
        <li key={piece.id}>
          <a className="govuk-link app-typed-text" href={`/evidence/${piece.id}`}>
            {piece.description}
          </a>{" "}
          ({fileWords(piece)})
        </li>
      ))}
    </ul>
  );
}
