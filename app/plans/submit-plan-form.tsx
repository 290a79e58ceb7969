import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import type { FieldErrors } from "~/ui/error-messages";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { TaskList } from "~/ui/task-list";
import { useSchemaForm } from "~/ui/use-schema-form";
import { CaseStatus } from "./case-status";
import type { SectionDetail } from "./get-plan.server";
import type { JudgedFinding } from "./list-word-findings.server";
import { submitPlanSchema } from "./submit-plan.schema";
import { WordsToCheck } from "./words-to-check";

type SubmitPlanFormProps = {
  planId: string;
  school: string;
  council: string;
  sections: Pick<SectionDetail, "key" | "number" | "title" | "status">[];
  /** What the check of words found and nobody has settled. */
  words: JudgedFinding[];
  isLead: boolean;
  leads: string[];
  dates: { planState: string; dueOn: string; submittedOn: string | null; today: string };
  seen: string;
  commandId: string;
  answer?: { errors: FieldErrors; declared: boolean };
};

type Values = { declared: string[]; seen: string };

function LeadNeeded({ leads, council }: { leads: string[]; council: string }) {
  return (
    <InsetText>
      A council lead submits the plan on the council’s behalf.{" "}
      {leads.length > 0
        ? `Leads of ${council}: ${leads.join(", ")}. They see on their page when the plan is ready.`
        : `${council} has no lead yet. Ask the Department to name one.`}
    </InsetText>
  );
}

/** The page on which a lead declares and submits; an officer reads who can. */
export function SubmitPlanForm(props: SubmitPlanFormProps) {
  const { planId, school, council, sections, words, isLead, leads, dates, seen, commandId, answer } = props;
  const declared = answer?.declared ? ["yes"] : [];
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: submitPlanSchema as unknown as z.ZodType<unknown, Values>,
    defaultValues: { declared, seen },
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: `/plans/${planId}/check`, text: "Check your answers" }} errors={errors}>
      <PageHeading caption={school}>Submit plan</PageHeading>
      <CaseStatus {...dates} />
      <TaskList
        items={sections.map(({ key, number, title, status }) => ({
          id: `section-${key}`,
          title: `${number}. ${title}`,
          href: `/plans/${planId}/sections/${key}`,
          status,
        }))}
      />
      {words.length > 0 && <WordsToCheck planId={planId} findings={words} />}
      {isLead ? (
        <PostForm commandId={commandId} onSubmit={onSubmit}>
          <input type="hidden" {...register("seen")} value={seen} />
          <p className="govuk-body">
            Once submitted, the plan cannot be changed unless you withdraw it before a reviewer starts, or the
            Department returns it.
          </p>
          <Checkboxes
            {...register("declared")}
            legend="Declaration"
            legendSize="m"
            error={errors.declared}
            defaultValues={declared}
            items={[
              {
                value: "yes",
                label: `I submit this plan on behalf of ${council}. To the best of my knowledge what it says is correct.`,
              },
            ]}
          />
          <Button preventDoubleClick>Submit plan</Button>
        </PostForm>
      ) : (
        <LeadNeeded leads={leads} council={council} />
      )}
    </ServicePage>
  );
}
