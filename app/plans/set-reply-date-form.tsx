import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import { setReplyDateSchema } from "./set-reply-date.schema";

type Values = { "replyBy-day": string; "replyBy-month": string; "replyBy-year": string };

type SetReplyDateFormProps = {
  planId: string;
  school: string;
  dueOn: string;
  today: string;
  typed: FormValues;
  serverErrors?: FieldErrors;
};

export function SetReplyDateForm({ planId, school, dueOn, today, typed, serverErrors }: SetReplyDateFormProps) {
  const values = typedDate(typed, "replyBy");
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: setReplyDateSchema(today) as unknown as z.ZodType<unknown, Values>,
    defaultValues: { "replyBy-day": values.day, "replyBy-month": values.month, "replyBy-year": values.year },
    serverErrors,
  });
  return (
    <ServicePage
      width="narrow"
      back={{ href: `/plans/${planId}`, text: "Action plan" }}
      errors={errors}
      errorTargets={{ replyBy: "replyBy-day" }}
    >
      <PageHeading caption={school}>When should the headteacher reply?</PageHeading>
      <p className="govuk-body">
        The headteacher can read the plan and reply to it before you submit it. They see this date, and never the date
        on which the plan is due. Leave yourself time to answer: the plan is due on {formatDate(dueOn)}.
      </p>
      <PostForm onSubmit={onSubmit}>
        <DateInput
          name="replyBy"
          legend="Reply by"
          legendSize="s"
          hint="For example, 29 1 2027"
          error={errors.replyBy}
          defaultValues={values}
          fields={{
            day: register("replyBy-day"),
            month: register("replyBy-month"),
            year: register("replyBy-year"),
          }}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Set reply date</Button>
          <a className="govuk-link" href={`/plans/${planId}`}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
