import { useState } from "react";
import { formatPercent } from "~/ui/format-number";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { AnswerExample } from "./answer-example";
import { describeSource } from "./comparable-schools";
import { citesOf, fieldOf, type SectionFieldsProps } from "./section-fields";
import { cohortOf, describeCohort } from "./target-pupils";
import { describeTarget } from "./describe-target";
import { textOf } from "./plan-content";

/** One year's target, and under it what it comes to; with scripts that follows what is typed. */
function TargetField({ year, ...props }: SectionFieldsProps & { year: number }) {
  const { setting } = props.content;
  const name = `target-${year}`;
  const { onChange, ...field } = fieldOf(props, name);
  const [typed, setTyped] = useState(textOf(props.typed, name));
  return (
    <TextInput
      {...field}
      onChange={(event) => {
        setTyped(event.target.value);
        void onChange(event);
      }}
      hint={
        year === setting.targetYears[0]
          ? "A percentage, such as 58 or 58.5. Years are those in which the school year ends."
          : undefined
      }
      inputMode="decimal"
      suffix="%"
      width={4}
      describedBy={`${name}-worth`}
      below={
        <div id={`${name}-worth`} className="app-field-note" aria-live="polite">
          {describeTarget({ year, typed }, setting).map((sentence) => (
            <p key={sentence} className="govuk-hint">
              {sentence}
            </p>
          ))}
        </div>
      }
    />
  );
}

export function TargetsFields(props: SectionFieldsProps) {
  const { setting } = props.content;
  const { baseline, targetYears, floor, goalYear, comparable = [] } = setting;
  const source = describeSource(comparable);
  return (
    <>
      <p className="govuk-body">
        {baseline
          ? `The latest result was ${formatPercent(baseline.value)} in ${baseline.year}. `
          : "The school has no published result to begin from. "}
        The floor is {formatPercent(floor)}, and the programme’s goal is for {goalYear}.
      </p>
      <p className="govuk-body">{describeCohort(cohortOf(setting))}</p>
      {source && <p className="govuk-body">{source}</p>}
      {targetYears.map((year) => (
        <TargetField key={year} {...props} year={year} />
      ))}
      <Textarea
        {...fieldOf(props, "basis")}
        hint="For example what is known of the pupils who will be assessed each year."
      />
      <AnswerExample of="basis" about="how you set the targets" />
      {citesOf(props, "basis", "Files that show how the targets were set (optional)")}
    </>
  );
}
