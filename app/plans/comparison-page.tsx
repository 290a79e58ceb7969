import { ServicePage } from "~/people/service-page";
import { FilterPanel } from "~/ui/filter-panel";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { Select } from "~/ui/select";
import type { Comparison, VersionName } from "./compare-versions.server";
import { SectionDifference } from "./section-difference";
import { MarksKey } from "./text-difference";

/** A text's name inside a sentence. */
export const inSentence = ({ id, name }: VersionName) =>
  id === "draft" ? "the draft as it stands" : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

const nameOf = ({ name, reference }: VersionName) => (reference ? `${name} (${reference})` : name);

function Chooser({ comparison }: { comparison: Comparison }) {
  const { planId, versions, compared } = comparison;
  const items = versions.map((version) => ({ value: version.id, text: nameOf(version) }));
  return (
    <FilterPanel action={`/plans/${planId}/compare`} title="Compare" applyLabel="Compare">
      <Select name="from" label="From" items={items} defaultValue={compared?.from.id} />
      <Select name="to" label="To" items={items} defaultValue={compared?.to.id} />
    </FilterPanel>
  );
}

function Differences({ compared }: { compared: NonNullable<Comparison["compared"]> }) {
  const { from, to, sections, unchanged } = compared;
  if (from.id === to.id) return <InsetText>Select two different texts to compare.</InsetText>;
  return (
    <>
      <p className="govuk-body">
        <strong>{sections.length === 0 ? "No section" : formatPlural(sections.length, "section")}</strong> changed from{" "}
        {inSentence(from)}, to {inSentence(to)}.{" "}
        {unchanged.length > 0 && sections.length > 0 && `${unchanged.length} did not: ${unchanged.join(", ")}.`}
      </p>
      {sections.length > 0 && <MarksKey />}
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`section-${section.key}`}>
          <h2 className="govuk-heading-m" id={`section-${section.key}`}>
            {section.number}. {section.title}
          </h2>
          <SectionDifference section={section} />
        </section>
      ))}
    </>
  );
}

/** Any two texts of a plan, and what the second says otherwise than the first. */
export function ComparisonPage({ comparison, back }: { comparison: Comparison; back: string }) {
  const { versions, compared, schools } = comparison;
  return (
    <ServicePage back={{ href: back }}>
      <PageHeading caption={schools.join(", ")}>What changed in the plan</PageHeading>
      {versions.length > 1 ? (
        <Chooser comparison={comparison} />
      ) : (
        <InsetText>There is one text of this plan that you can read, so there is nothing to compare it with.</InsetText>
      )}
      {compared && <Differences compared={compared} />}
    </ServicePage>
  );
}
