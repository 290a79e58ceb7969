import type { PlanContent } from "./plan-content";
import { orderedSections } from "./plan-sections";
import type { PlanDates } from "./plan-timeline";
import { SectionView } from "./section-view";

/** A whole plan to read, section by section. */
export function PlanReading({ content, dates }: { content: PlanContent; dates: PlanDates | null }) {
  return orderedSections.map(({ key, number, title }) => (
    <section key={key} aria-labelledby={`section-${key}`}>
      <h2 className="govuk-heading-m" id={`section-${key}`}>
        {number}. {title}
      </h2>
      <SectionView section={key} content={content} dates={dates} />
    </section>
  ));
}
