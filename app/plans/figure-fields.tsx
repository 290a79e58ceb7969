import { DateInput } from "~/ui/date-input";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { typedDate } from "~/ui/date-field";
import { AnswerExample } from "./answer-example";
import { actionsCost, headReplyOf } from "./plan-content";
import { fieldOf, type SectionFieldsProps } from "./section-fields";

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
      <AnswerExample of="governorsSaid" about="governors" />
      <Textarea {...fieldOf(props, "parents")} />
      <AnswerExample of="parents" about="parents" />
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
        <>
          <Textarea
            {...fieldOf(props, "headAbsent")}
            hint={`The headteacher of ${waiting.map(({ name }) => name).join(", ")} has not replied in the service. A plan is submitted with the reply, or with the reason for its absence.`}
          />
          <AnswerExample of="headAbsent" about="why there is no reply" />
        </>
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
      <AnswerExample of="savingsFrom" about="where savings come from" />
      <Textarea {...fieldOf(props, "funding")} hint="Name each source, and whether it is agreed." />
      <AnswerExample of="funding" about="where the money comes from" />
    </>
  );
}
