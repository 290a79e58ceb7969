import type { ReactNode } from "react";
import type { z } from "zod";
import type { ReasonedValues } from "~/deadlines/due-on-field";
import { ServicePage } from "~/people/service-page";
import { Button, type ButtonVariant } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { toDateParts } from "~/ui/format-date";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import { CaseSummary } from "./case-summary";
import type { CaseForEvent } from "./get-case-for-event.server";

type ReasonedEventPageProps = {
  of: CaseForEvent;
  title: string;
  schema: z.ZodType<unknown, ReasonedValues>;
  commandId: string;
  /** What the action answered, if it did. */
  answer?: { errors: FieldErrors; values: FormValues };
  /** Where the event sets a date: what it is for, and the date to begin with. */
  date?: { legend: string; hint?: ReactNode; proposal?: string };
  reason: { label: string; hint?: ReactNode };
  button: string;
  variant?: ButtonVariant;
  /** What the person has to know before they decide. */
  children?: ReactNode;
};

/** The page of an event that takes a reason, and perhaps a date: the case, what to know, the form. */
export function ReasonedEventPage(props: ReasonedEventPageProps) {
  const { of, title, schema, commandId, answer, date, reason, button, variant, children } = props;
  const proposed = date?.proposal ? toDateParts(date.proposal) : { day: "", month: "", year: "" };
  const typed = answer ? typedDate(answer.values, "dueOn") : proposed;
  const typedReason = String(answer?.values.reason ?? "");
  const { register, errors, onSubmit } = useSchemaForm<ReasonedValues>({
    schema,
    defaultValues: {
      commandId,
      reason: typedReason,
      "dueOn-day": typed.day,
      "dueOn-month": typed.month,
      "dueOn-year": typed.year,
    },
    serverErrors: answer?.errors,
  });
  const home = `/cases/${of.id}`;
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors} errorTargets={{ dueOn: "dueOn-day" }}>
      <PageHeading caption={of.schoolName}>{title}</PageHeading>
      <CaseSummary of={of} />
      {children}
      <PostForm commandId={commandId} onSubmit={onSubmit}>
        {/* What the person was looking at: a new date is told against it, and the form sent twice gets one answer. */}
        <input type="hidden" name="presentDueOn" value={of.dueOn} />
        {date && (
          <DateInput
            name="dueOn"
            legend={date.legend}
            legendSize="s"
            hint={date.hint}
            error={errors.dueOn}
            defaultValues={typed}
            fields={{ day: register("dueOn-day"), month: register("dueOn-month"), year: register("dueOn-year") }}
          />
        )}
        <CharacterCount
          {...register("reason")}
          label={reason.label}
          labelSize="s"
          hint={reason.hint}
          error={errors.reason}
          maxLength={LONG_TEXT_LIMIT}
          defaultValue={typedReason}
        />
        <ButtonGroup>
          <Button variant={variant} preventDoubleClick>
            {button}
          </Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
