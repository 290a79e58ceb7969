import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import { ButtonGroup } from "~/ui/button-group";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { useSchemaForm } from "~/ui/use-schema-form";
import { actionKinds } from "./action-kinds";
import { AnswerExample } from "./answer-example";
import { orderErrors } from "./order-errors";
import { emptyAction, planActionSchema, type PlanActionTyped } from "./plan-action.schema";
import { listOf, textOf } from "./plan-content";
import { listDifferences, SectionConflict } from "./section-conflict";
import { type CauseKey, causeKeys, causeNames } from "./section-schemas";

type PlanActionFormProps = {
  title: string;
  planId: string;
  schoolName: string;
  typed: PlanActionTyped;
  /** The accepted support that the action can name. */
  supports?: { id: string; text: string }[];
  serverErrors?: FieldErrors;
  /** For a new action: the form's key. */
  commandId?: string;
  /** For a change: the version that it replaces. */
  version?: number;
  /** The text that somebody else stored while the form was open. */
  stored?: { typed: PlanActionTyped } | null;
  /** What the plan names, for the action to refer to. */
  named: { causes: string[]; targetYears: number[] };
};

const kindItems = [
  { value: "", text: "Select a kind" },
  ...Object.entries(actionKinds).map(([value, text]) => ({ value, text })),
];

const labels: Record<string, string> = {
  kind: "Kind of support",
  supportRequestId: "Accepted support",
  what: "What will be done",
  who: "Who will do it",
  cost: "Cost",
  funding: "Where the money comes from",
  milestone: "Milestone",
  measureOfSuccess: "Measure of success",
  causes: "Causes that it answers",
  targetYear: "Target that it is meant to move",
};
const datePart = /^(from|to)-(day|month|year)$/;
const labelOf = (field: string) => {
  const [, which, part] = datePart.exec(field) ?? [];
  return labels[field] ?? `${which === "from" ? "Start" : "End"} date: ${part}`;
};

// Causes by the names that their boxes have.
const inWords = ({ causes, ...typed }: PlanActionTyped) => ({
  ...typed,
  causes: causes.map((key) => causeNames[key as CauseKey] ?? key),
});

/** The page of one action of a plan, new or to be changed. */
export function PlanActionForm(props: PlanActionFormProps) {
  const { title, planId, schoolName, typed, serverErrors, commandId, version, stored, named, supports = [] } = props;
  const form = useSchemaForm<PlanActionTyped>({
    schema: planActionSchema as z.ZodType<unknown, PlanActionTyped>,
    defaultValues: typed,
    serverErrors,
  });
  const { register, errors } = form;
  const field = (name: Exclude<keyof PlanActionTyped, "causes">) => ({
    ...register(name),
    label: labelOf(name),
    labelSize: "s" as const,
    error: errors[name],
    defaultValue: typed[name],
  });
  const date = (name: "from" | "to", legend: string, hint?: string) => (
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
  const list = `/plans/${planId}/sections/actions`;
  return (
    <ServicePage
      width="narrow"
      back={{ href: list, text: "Actions" }}
      errors={orderErrors(errors, Object.keys(emptyAction))}
      errorTargets={{ from: "from-day", to: "to-day" }}
    >
      <PageHeading caption={schoolName}>{title}</PageHeading>
      {stored && (
        <SectionConflict
          byName="A colleague"
          at={null}
          keepHref={list}
          differences={listDifferences(inWords(typed), inWords(stored.typed), labelOf)}
        />
      )}
      <PostForm commandId={commandId} version={version} onSubmit={form.onSubmit}>
        <Select
          {...field("kind")}
          items={kindItems}
          hint="A federation, trust, academy or closure needs a second approval by the Department."
        />
        {supports.length > 0 && (
          <Select
            {...field("supportRequestId")}
            items={[{ value: "", text: "None" }, ...supports.map(({ id, text }) => ({ value: id, text }))]}
            hint="For a support school or a shared specialist teacher: the request that was accepted."
          />
        )}
        <Textarea {...field("what")} rows={4} />
        <AnswerExample of="what" about="what will be done" />
        <TextInput {...field("who")} hint="A role or an organisation, such as the deputy headteacher." />
        {date("from", "Start date", "For example, 12 4 2027")}
        {date("to", "End date")}
        <TextInput
          {...field("cost")}
          hint="In pounds. Enter 0 if there is none."
          prefix="£"
          width={10}
          inputMode="decimal"
        />
        <TextInput {...field("funding")} hint="If there is no cost, say so." />
        <Textarea
          {...field("milestone")}
          rows={3}
          hint="What should have happened, and by when, if the action is on track."
        />
        <AnswerExample of="milestone" about="a milestone" />
        <Textarea {...field("measureOfSuccess")} rows={3} hint="How you will know that the action worked." />
        <AnswerExample of="measureOfSuccess" about="a measure of success" />
        <Checkboxes
          {...register("causes")}
          legend="Which causes does it answer?"
          legendSize="s"
          hint={
            named.causes.length > 0
              ? "Select all that apply. A plan should have an action for each cause that it names."
              : "Select all that apply. Section 2 does not name a cause yet."
          }
          error={errors.causes}
          defaultValues={typed.causes}
          items={causeKeys.map((key) => ({
            value: key,
            label: causeNames[key],
            hint: named.causes.includes(key) ? "Named in section 2" : undefined,
          }))}
          small
        />
        <Select
          {...field("targetYear")}
          label="Which year’s target is it meant to move?"
          hint="The first year whose results should show what the action did."
          items={[
            { value: "", text: "Select a year" },
            ...named.targetYears.map((year) => ({ value: String(year), text: `Target for ${year}` })),
          ]}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Save action</Button>
          <a className="govuk-link" href={list}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}

/** What was typed into an action's form, every field present. */
export const actionTypedFrom = (values: Record<string, string | string[]>, empty: PlanActionTyped): PlanActionTyped =>
  ({
    ...Object.fromEntries(Object.keys(empty).map((field) => [field, textOf(values, field)])),
    causes: listOf(values, "causes"),
  }) as PlanActionTyped;
