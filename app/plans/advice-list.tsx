import { formatDateTime } from "~/ui/format-date";
import { LinkButton } from "~/ui/link-button";
import { Timeline } from "~/ui/timeline";
import type { AdviceGiven } from "./list-advice.server";
import { isSectionKey, planSections } from "./plan-sections";

type AdviceListProps = {
  advice: AdviceGiven[];
  /** Where the reader adds a comment; null for who may only read. */
  adviseHref: string | null;
};

/** What the council's adviser said of a submitted plan. */
export function AdviceList({ advice, adviseHref }: AdviceListProps) {
  return (
    <section aria-labelledby="advice">
      <h2 className="govuk-heading-m" id="advice">
        Advice
      </h2>
      {advice.length === 0 ? (
        <p className="govuk-body">No advice has been given on this plan.</p>
      ) : (
        <Timeline
          label="Advice"
          entries={advice.map(({ id, section, comment, by, at }) => ({
            id,
            title: isSectionKey(section) ? planSections[section].title : section,
            by: by ?? undefined,
            at: { iso: at, text: formatDateTime(at) },
            words: comment,
          }))}
        />
      )}
      {adviseHref && (
        <LinkButton href={adviseHref} variant="secondary">
          Add a comment
        </LinkButton>
      )}
    </section>
  );
}
