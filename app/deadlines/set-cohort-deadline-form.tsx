import type { z } from "zod";
import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { formatDate, formatDateWithDay } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { Textarea } from "~/ui/textarea";
import { WarningText } from "~/ui/warning-text";
import type { useSchemaForm } from "~/ui/use-schema-form";
import type { Cohort } from "./board";
import type { setCohortDeadlineSchema } from "./set-cohort-deadline.schema";

export type CohortPreview = {
  cohort: Cohort;
  /** "2027-02-26". */
  from: string;
  to: string;
  councils: { name: string; plans: number }[];
  plans: number;
  /** Of them, those whose date an extension has moved: the cohort's new date takes its place. */
  extended: number;
  workingDay: boolean;
};

export type SetCohortDeadlineValues = z.input<typeof setCohortDeadlineSchema>;

type SetProps = {
  preview: CohortPreview;
  commandId: string;
  /** The programme's version that the preview shows. */
  version: number;
  reason: string;
  form: ReturnType<typeof useSchemaForm<SetCohortDeadlineValues>>;
};

/** Whom the new date touches, and the reason that goes into each school's history. */
export function SetCohortDeadlineForm({ preview, commandId, version, reason, form }: SetProps) {
  const { cohort, from, to, councils, plans, extended, workingDay } = preview;
  const { register, errors, onSubmit } = form;
  return (
    <>
      <h2 className="govuk-heading-m">Whom this touches</h2>
      <SummaryList
        rows={[
          { key: "Cohort", value: cohort === "priority" ? "Priority" : "Standard" },
          { key: "Due date now", value: formatDate(from) },
          { key: "New due date", value: formatDateWithDay(to) },
          { key: "Plans", value: `${formatPlural(plans, "plan")} of ${formatPlural(councils.length, "council")}` },
          ...(extended > 0
            ? [
                {
                  key: "With an extension",
                  value: `${formatCount(extended)}: the new date takes the extension’s place`,
                },
              ]
            : []),
        ]}
      />
      {!workingDay && <WarningText>The new date is not a working day.</WarningText>}
      <Details summary="Councils and their plans">
        <ul className="govuk-list govuk-list--bullet">
          {councils.map(({ name, plans: count }) => (
            <li key={name}>
              {name}: {formatPlural(count, "plan")}
            </li>
          ))}
        </ul>
      </Details>
      <PostForm commandId={commandId} version={version} onSubmit={onSubmit}>
        <input type="hidden" {...register("cohort")} defaultValue={cohort} />
        <input type="hidden" {...register("dueOn")} defaultValue={to} />
        <Textarea
          label="Reason for the new date"
          labelSize="s"
          hint="Each of these councils can read it in the history of its schools."
          error={errors.reason}
          defaultValue={reason}
          {...register("reason")}
        />
        <Button preventDoubleClick>Change due date</Button>
      </PostForm>
    </>
  );
}
