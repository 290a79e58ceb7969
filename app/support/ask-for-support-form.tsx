import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { useSchemaForm } from "~/ui/use-schema-form";
import { WarningText } from "~/ui/warning-text";
import { askForSupportSchema, type AskTyped } from "./ask-for-support.schema";
import { describeCapacity } from "./describe-capacity";
import type { AskingForm } from "./get-asking-form.server";
import { daysAWeek } from "./half-days";
import { isFull } from "./rank-candidates";
import { subjectName } from "./subjects";

type AskFormProps = { form: AskingForm; typed: AskTyped; serverErrors?: FieldErrors };

/** The page on which a council asks a support school. It says before sending who learns what by it. */
export function AskForSupportForm({ form: offered, typed, serverErrors }: AskFormProps) {
  const { support, term, teachers, capacity, today } = offered;
  const { register, errors, onSubmit } = useSchemaForm<AskTyped>({
    schema: askForSupportSchema({ ...offered, formatDate }) as z.ZodType<unknown, AskTyped>,
    defaultValues: typed,
    serverErrors,
  });
  const date = (name: "startsOn" | "endsOn", legend: string, hint?: string) => (
    <DateInput
      name={name}
      legend={legend}
      legendSize="s"
      hint={hint}
      error={errors[name]}
      defaultValues={typedDate(typed, name)}
      fields={{ day: register(`${name}-day`), month: register(`${name}-month`), year: register(`${name}-year`) }}
    />
  );
  const home = `/support/cases/${offered.case.id}`;
  return (
    <ServicePage
      width="narrow"
      back={{ href: home, text: "Support schools for this school" }}
      errors={errors}
      errorTargets={{ startsOn: "startsOn-day", endsOn: "endsOn-day" }}
    >
      <PageHeading caption={offered.case.school}>Ask {support.name} for support</PageHeading>
      {isFull(capacity, today) && (
        <WarningText>
          {support.name} is at capacity: {describeCapacity(capacity, today)}. Your request can be accepted only for days
          on which a place is free.
        </WarningText>
      )}
      <InsetText>
        By this request {support.council} learns that {offered.case.school} looks for support. It does not learn the
        school’s plan or when it is due. Besides you and {support.council} only the Department can read the request.
      </InsetText>
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        <Radios
          {...register("what")}
          legend="What do you ask for?"
          legendSize="s"
          error={errors.what}
          defaultValue={typed.what}
          items={[
            {
              value: "place",
              label: "Support by the school",
              hint: `Takes one of its places: ${describeCapacity(capacity, today)}`,
            },
            ...teachers.map(({ subject, days }) => ({
              value: subject,
              label: `A specialist teacher: ${subjectName(subject)}`,
              hint: `The school shares ${daysAWeek(days)} in all`,
            })),
          ]}
        />
        {teachers.length > 0 && (
          <TextInput
            {...register("days")}
            label="Days a week of the specialist teacher"
            labelSize="s"
            hint="In whole or half days, such as 1.5. Leave empty if you ask for support by the school."
            width={4}
            inputMode="decimal"
            error={errors.days}
            defaultValue={typed.days}
          />
        )}
        {date("startsOn", "Start date", `On or after ${formatDate(term.from > today ? term.from : today)}`)}
        {date("endsOn", "End date", `On or before ${formatDate(term.to)}, when its accreditation ends`)}
        <CharacterCount
          {...register("message")}
          label="What support is needed"
          labelSize="s"
          hint={`${support.council} reads this. Do not name pupils.`}
          maxLength={2000}
          error={errors.message}
          defaultValue={typed.message}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Send request</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
