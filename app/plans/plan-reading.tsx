import type { PlanContent } from "./plan-content";
import { orderedSections } from "./plan-sections";
import { SectionView } from "./section-view";

/** A whole plan to read, section by section. */
export function PlanReading({ content }: { content: PlanContent }) {
  return orderedSections.map(({ key, number, title }) => (
    <section key={key} aria-labelledby={`section-${key}`}>
      <h2 className="govuk-heading-m" id={`section-${key}`}>
        {number}. {title}
      </h2>
      <SectionView section={key} content={content} />
    </section>
  ));
}
