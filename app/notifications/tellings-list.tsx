import { InsetText } from "~/ui/inset-text";
import { describeTelling } from "./describe-telling";
import type { Telling } from "./list-tellings.server";

/** When a headteacher was told, how, and who recorded it. */
export function TellingsList({ tellings }: { tellings: Telling[] }) {
  if (tellings.length === 0) return null;
  return (
    <InsetText>
      {tellings.map((telling) => (
        <p key={telling.id} className="govuk-body">
          The headteacher was {describeTelling(telling)}
          {telling.by && `. Recorded by ${telling.by}`}.
          {!telling.current && " A later run has flagged the school again since."}
        </p>
      ))}
    </InsetText>
  );
}
