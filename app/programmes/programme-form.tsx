import { measures } from "~/identification/measures";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import type { useSchemaForm } from "~/ui/use-schema-form";
import type { ProgrammeValues } from "./create-programme.schema";

type TextName = Exclude<keyof ProgrammeValues, "commandId" | "template" | "measure" | "gapPolicy" | "goalKind">;
type Width = 2 | 3 | 4 | "two-thirds";

type ProgrammeFormProps = {
  form: ReturnType<typeof useSchemaForm<ProgrammeValues>>;
  values: ProgrammeValues;
  submit: string;
  cancel: string;
  /** Where the form goes, if not to its own page. */
  action?: string;
  /** Where it is sent to be tried without being saved. */
  preview?: string;
  commandId?: string;
  version?: number;
};

/** Every setting of a programme. */
export function ProgrammeForm({
  form,
  values,
  submit,
  cancel,
  action,
  preview,
  commandId,
  version,
}: ProgrammeFormProps) {
  const { register } = form;
  const errors: FieldErrors = form.errors;
  const text = (name: TextName, label: string, width: Width, more: { hint?: string; suffix?: string } = {}) => (
    <TextInput
      {...register(name)}
      label={label}
      labelSize="s"
      width={width}
      inputMode={width === "two-thirds" ? undefined : width === 3 ? "decimal" : "numeric"}
      autoComplete="off"
      defaultValue={values[name]}
      error={errors[name]}
      {...more}
    />
  );
  const date = (name: "priorityDueOn" | "standardDueOn", legend: string, hint: string) => (
    <DateInput
      name={name}
      legend={legend}
      legendSize="s"
      hint={hint}
      error={errors[name]}
      defaultValues={{
        day: values[`${name}-day`],
        month: values[`${name}-month`],
        year: values[`${name}-year`],
      }}
      fields={{
        day: register(`${name}-day`),
        month: register(`${name}-month`),
        year: register(`${name}-year`),
      }}
    />
  );
  return (
    <PostForm action={action} onSubmit={form.onSubmit} commandId={commandId} version={version}>
      <input type="hidden" {...register("template")} defaultValue={values.template} />
      {text("name", "Name of the programme", "two-thirds", {
        hint: "Councils see it, for example on their list of schools",
      })}

      <h2 className="govuk-heading-m">Floor</h2>
      <Radios
        {...register("measure")}
        legend="Measure"
        legendSize="s"
        hint="The percentage that is held against the floor"
        defaultValue={values.measure}
        error={errors.measure}
        items={Object.values(measures).map(({ id, shortName, phase }) => ({
          value: id,
          label: shortName,
          hint: phase === "primary" ? "Key stage 2" : "Key stage 4",
        }))}
      />
      {text("floor", "Floor", 3, { suffix: "%", hint: "A school exactly at the floor is not below it" })}
      {text("latestYear", "Latest year", 4, { hint: "The year in which the school year ends, like 2026" })}

      <h2 className="govuk-heading-m">Rule</h2>
      {text("ruleYears", "Number of years below the floor", 2, {
        hint: "A school is flagged when it is below the floor in each of this many years, the latest among them",
      })}
      {text("concernYears", "Number of years for a first concern", 2, {
        hint: "A flagged school that was below the floor in each of this many years is a first concern",
      })}
      <Radios
        {...register("gapPolicy")}
        legend="What a year without a published result means"
        legendSize="s"
        defaultValue={values.gapPolicy}
        error={errors.gapPolicy}
        items={[
          { value: "break", label: "It breaks the run of years", hint: "The school is not eligible, and not flagged" },
          {
            value: "skip",
            label: "It is passed over",
            hint: "If enough of the years are published, the latest among them",
            conditional: text("minPublishedYears", "Smallest number of published years", 2),
          },
        ]}
      />

      {text("minPupils", "Smallest number of pupils", 3, {
        hint: "A school with fewer pupils in the latest year is not eligible. 0 asks for none. A number that no file gives is not counted as small",
      })}

      <h2 className="govuk-heading-m">Goal and exit</h2>
      {text("goalValue", "Goal", 3, { suffix: "%" })}
      <Radios
        {...register("goalKind")}
        legend="Whom the goal is for"
        legendSize="s"
        defaultValue={values.goalKind}
        error={errors.goalKind}
        items={[
          { value: "everySchool", label: "Every school" },
          { value: "national", label: "England as a whole" },
        ]}
      />
      {text("goalYear", "Year of the goal", 4)}
      {text("exitYears", "Number of years at or above the floor", 2, {
        hint: "A school with an approved plan leaves the programme after this many years in a row",
      })}

      <h2 className="govuk-heading-m">Councils and due dates</h2>
      {text("cohortSize", "Number of priority councils", 3, {
        hint: "Proposed in order of the proportion of their schools that are flagged",
      })}
      {text("smallestCouncil", "Smallest number of eligible schools", 3, {
        hint: "A council with fewer is not ranked",
      })}
      {date("priorityDueOn", "Priority due date", "For the plans of priority councils")}
      {date("standardDueOn", "Standard due date", "For the plans of all other councils")}
      {text("graceDays", "Days of grace", 3, {
        hint: "How long a plan may be overdue before a further step can be proposed to its council",
      })}
      <ButtonGroup>
        <Button preventDoubleClick>{submit}</Button>
        {preview && (
          <Button variant="secondary" formAction={preview}>
            Preview the schools
          </Button>
        )}
        <a className="govuk-link" href={cancel}>
          Cancel
        </a>
      </ButtonGroup>
    </PostForm>
  );
}
