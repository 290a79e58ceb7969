import { formatDateTime } from "~/ui/format-date";
import { WarningText } from "~/ui/warning-text";

export type TwoTexts = { field: string; label: string; yours: string; stored: string };

type SectionConflictProps = { byName: string; at: string | null; differences: TwoTexts[]; keepHref: string };

const shown = (text: string) =>
  text ? <p className="govuk-body app-typed-text">{text}</p> : <p className="govuk-hint">Empty</p>;

/** Two people changed the same text: both are shown, and nothing is lost until somebody chooses. */
export function SectionConflict({ byName, at, differences, keepHref }: SectionConflictProps) {
  return (
    <>
      <WarningText>
        {byName} saved another text {at ? `on ${formatDateTime(at)}, ` : ""}while you had this form open. Yours is not
        saved yet.
      </WarningText>
      {differences.map(({ field, label, yours, stored }) => (
        <section key={field} aria-labelledby={`conflict-${field}`}>
          <h2 className="govuk-heading-m" id={`conflict-${field}`}>
            {label}
          </h2>
          <div className="govuk-grid-row">
            <div className="govuk-grid-column-one-half">
              <h3 className="govuk-heading-s">Your text</h3>
              {shown(yours)}
            </div>
            <div className="govuk-grid-column-one-half">
              <h3 className="govuk-heading-s">Text saved by {byName}</h3>
              {shown(stored)}
            </div>
          </div>
        </section>
      ))}
      <h2 className="govuk-heading-m">Choose what to keep</h2>
      <p className="govuk-body">
        The form below holds your text. Copy into it what you want to keep of the other and save, or{" "}
        <a className="govuk-link" href={keepHref}>
          keep the text saved by {byName} and leave yours
        </a>
        .
      </p>
    </>
  );
}

const asText = (held: string | string[] | undefined): string => (Array.isArray(held) ? held.join(", ") : (held ?? ""));

/** The fields in which two typed forms differ, with both texts. */
export function listDifferences(
  yours: Record<string, string | string[]>,
  stored: Record<string, string | string[]>,
  labelOf: (field: string) => string,
): TwoTexts[] {
  const fields = [...new Set([...Object.keys(yours), ...Object.keys(stored)])];
  return fields
    .map((field) => ({ field, label: labelOf(field), yours: asText(yours[field]), stored: asText(stored[field]) }))
    .filter((pair) => pair.yours.trim() !== pair.stored.trim());
}
