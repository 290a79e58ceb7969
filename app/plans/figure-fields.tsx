import { DateInput } from "~/ui/date-input";
import { formatDate } from "~/ui/format-date";
import { formatPercent, formatPounds } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { typedDate } from "~/ui/date-field";
import { actionsCost, headReplyOf } from "./plan-content";
import { citesOf, fieldOf, type SectionFieldsProps } from "./section-fields";

export function TargetsFields(props: SectionFieldsProps) {
  const { baseline, targetYears, floor, goalYear } = props.content.setting;
  return (
    <>
      <p className="govuk-body">
        {baseline
          ? `The latest result was ${formatPercent(baseline.value)} in ${baseline.year}. `
          : "The school has no published result to begin from. "}
        The floor is {formatPercent(floor)}, and the programme’s goal is for {goalYear}.
      </p>
      {targetYears.map((year) => (
        <TextInput
          key={year}
          {...fieldOf(props, `target-${year}`)}
          hint={
            year === targetYears[0]
              ? "A percentage, such as 58 or 58.5. Years are those in which the school year ends."
              : undefined
          }
          inputMode="decimal"
          suffix="%"
          width={4}
        />
      ))}
      <Textarea
        {...fieldOf(props, "basis")}
        hint="For example what is known of the pupils who will be assessed each year."
      />
      {citesOf(props, "basis", "Files that show how the targets were set (optional)")}
    </>
  );
}

export function GovernanceFields(props: SectionFieldsProps) {
  const { register, errors, typed, content } = props;
  const { headReplies, setting } = content;
  const waiting = setting.schools.filter((school) => !headReplyOf(school, headReplies));
  return (
    <>
      <DateInput
        name="governors"
        legend="When were governors consulted?"
        legendSize="s"
        hint="For example, 14 1 2027"
        error={errors.governors}
        defaultValues={typedDate(typed, "governors")}
        fields={{
          day: register("governors-day"),
          month: register("governors-month"),
          year: register("governors-year"),
        }}
      />
      <Textarea {...fieldOf(props, "governorsSaid")} />
      <Textarea {...fieldOf(props, "parents")} />
      {headReplies.map(({ schoolId, schoolName, stance, comment, givenAt }) => (
        <InsetText key={schoolId}>
          <p className="govuk-body">
            The headteacher of {schoolName} {stance === "acknowledged" ? "acknowledged" : "disagreed with"} the plan on{" "}
            {formatDate(givenAt)}. The reply goes to the Department with the plan.
          </p>
          {comment && <p className="govuk-body app-typed-text">{comment}</p>}
        </InsetText>
      ))}
      {waiting.length > 0 && (
        <Textarea
          {...fieldOf(props, "headAbsent")}
          hint={`The headteacher of ${waiting.map(({ name }) => name).join(", ")} has not replied in the service. A plan is submitted with the reply, or with the reason for its absence.`}
        />
      )}
    </>
  );
}

export function CostFields(props: SectionFieldsProps) {
  const { actions } = props.content;
  return (
    <>
      <SummaryList
        rows={[
          ...actions.map((action, index) => ({
            key: `Action ${index + 1}`,
            value: `${formatPounds(action.costPence / 100)}, ${action.what}`,
          })),
          { key: "Cost of all actions", value: <strong>{formatPounds(actionsCost(actions) / 100)}</strong> },
        ]}
      />
      <TextInput
        {...fieldOf(props, "otherCosts")}
        hint="Costs that belong to no single action. Enter 0 if there are none."
        prefix="£"
        width={10}
        inputMode="decimal"
      />
      <Textarea {...fieldOf(props, "otherCostsFor")} rows={3} />
      <TextInput
        {...fieldOf(props, "savings")}
        hint="What is saved by sharing teachers, management or purchasing with other schools. Enter 0 if there are none."
        prefix="£"
        width={10}
        inputMode="decimal"
      />
      <Textarea {...fieldOf(props, "savingsFrom")} rows={3} />
      <Textarea {...fieldOf(props, "funding")} hint="Name each source, and whether it is agreed." />
    </>
  );
}
