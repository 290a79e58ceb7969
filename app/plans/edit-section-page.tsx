import { EvidenceOfSection } from "~/evidence/evidence-of-section";
import { citesInWords } from "~/evidence/evidence-words";
import { ServicePage } from "~/people/service-page";
import { ResultsChart } from "~/schools/results-chart";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import type { SectionKey } from "~workflows/school-plan/types";
import { ActionList } from "./action-list";
import { ActionTimeline } from "./action-timeline";
import { FindingList } from "./finding-list";
import type { PlanDetail } from "./get-plan.server";
import type { Presence } from "./note-presence.server";
import type { SectionContent } from "./plan-content";
import { orderErrors } from "./order-errors";
import { listDifferences, SectionConflict } from "./section-conflict";
import { SectionLinks } from "./section-links";
import { SectionForm, sectionErrorTargets, useSectionForm } from "./section-form";
import { fieldLabel } from "./section-labels";
import { sectionFields, withEveryField } from "./section-schemas";
import type { StoredSection } from "./save-section.server";
import { TargetsChart } from "./targets-chart";

type EditSectionPageProps = {
  section: SectionKey;
  plan: PlanDetail;
  presence: Presence;
  /** The key of this page's form, by which its saves are told from those of others. */
  formKey: string;
  /** What the action answered: errors, or the text that somebody else stored in the meantime. */
  answer?: {
    content: SectionContent;
    reply: string;
    version: number;
    errors: Record<string, string>;
    stored: StoredSection | null;
  };
};

export function EditSectionPage({ section, plan, presence, formKey, answer }: EditSectionPageProps) {
  const detail = plan.sections.find(({ key }) => key === section);
  const { content, setting } = plan;
  const stored = answer?.stored;
  const comment = detail?.comment ?? null;
  const typed = answer
    ? { ...answer.content, reply: answer.reply }
    : { ...content.sections[section], reply: comment?.reply ?? "" };
  const formProps = {
    section,
    typed,
    content,
    setting,
    evidence: plan.evidence,
    version: stored?.version ?? answer?.version ?? detail?.version ?? 1,
    commented: comment !== null,
    serverErrors: answer?.errors,
    address: `/plans/${plan.id}/sections/${section}`,
    formKey,
    presence,
  };
  const form = useSectionForm(formProps);
  const home = `/plans/${plan.id}`;
  const inWords = (held: SectionContent) => ({ cites: citesInWords(plan, section, held) });
  return (
    <ServicePage
      width="narrow"
      back={{ href: home, text: "Action plan" }}
      errors={orderErrors(form.errors, ["add-action", "reply", ...sectionFields(section, setting)])}
      errorTargets={sectionErrorTargets}
    >
      <PageHeading caption={`${plan.case.school.name}, section ${detail?.number} of ${plan.sections.length}`}>
        {detail?.title}
      </PageHeading>
      {stored && answer && (
        <SectionConflict
          byName={stored.byName}
          at={stored.at}
          keepHref={`${home}/sections/${section}`}
          differences={listDifferences(
            { ...withEveryField(section, answer.content, setting), ...inWords(answer.content), reply: answer.reply },
            { ...withEveryField(section, stored.content, setting), ...inWords(stored.content), reply: stored.reply },
            fieldLabel,
          )}
        />
      )}
      {!stored && <p className="govuk-body-l">{detail?.intro}</p>}
      {comment && (
        <InsetText>
          <h2 className="govuk-heading-s">Reviewer’s comment</h2>
          <p className="govuk-body app-typed-text">{comment.comment}</p>
        </InsetText>
      )}
      {detail?.accepted && (
        <InsetText>The reviewer accepted this section. If you change it, it is reviewed again.</InsetText>
      )}
      {section === "position" && !stored && <ResultsChart id="results" results={content.setting.results} />}
      {!stored && <FindingList section={section} content={content} planId={plan.id} />}
      {section === "actions" && (
        <ActionTimeline id="timeline" content={content} dates={{ today: plan.today, dueOn: plan.case.dueOn }} />
      )}
      {section === "actions" && <ActionList planId={plan.id} actions={content.actions} />}
      <EvidenceOfSection plan={plan} section={section} />
      <SectionForm form={form} {...formProps} />
      <SectionLinks planId={plan.id} section={section} openNotes={detail?.openNotes ?? 0} />
      {section === "targets" && (
        <TargetsChart id="trajectory" setting={content.setting} targets={content.sections.targets} />
      )}
    </ServicePage>
  );
}
