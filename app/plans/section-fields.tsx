import { Fragment } from "react";
import type { UseFormRegister } from "react-hook-form";
import { CitesField } from "~/evidence/cites-field";
import { actionClaimInWords } from "~/evidence/claims";
import type { EvidencePiece } from "~/evidence/evidence-piece";
import { Checkboxes } from "~/ui/checkboxes";
import type { FieldErrors } from "~/ui/error-messages";
import { Fieldset } from "~/ui/fieldset";
import { Textarea } from "~/ui/textarea";
import { AnswerExample } from "./answer-example";
import { listOf, type PlanContent, type SectionContent, textOf } from "./plan-content";
import { fieldLabel } from "./section-labels";
import { causeInWords, causeKeys, causeNames, riskRows } from "./section-schemas";

export type SectionFieldsProps = {
  register: UseFormRegister<SectionContent>;
  errors: FieldErrors;
  /** What stands in the fields to begin with. */
  typed: SectionContent;
  content: PlanContent;
  /** What the plan has as evidence, to choose from. */
  evidence: EvidencePiece[];
};

/** The evidence for a claim, beside its field. */
export const citesOf = ({ register, typed, evidence }: SectionFieldsProps, claim: string, legend: string) => (
  <CitesField {...{ register, typed, evidence, claim, legend }} />
);

/** What every text field of a section takes. */
export const fieldOf = ({ register, errors, typed }: SectionFieldsProps, name: string) => ({
  ...register(name),
  label: fieldLabel(name),
  labelSize: "s" as const,
  error: errors[name],
  defaultValue: textOf(typed, name),
});

export function PositionFields(props: SectionFieldsProps) {
  return (
    <>
      <Textarea
        {...fieldOf(props, "standing")}
        hint="Say how results have moved over these years, against the floor and against the council’s and England’s averages."
      />
      <AnswerExample of="standing" about="what the results show" />
      {citesOf(props, "standing", "Files that show what the results say (optional)")}
      <Textarea
        {...fieldOf(props, "intake")}
        hint="Describe who the pupils are: for example how many join in the middle of a year, have special educational needs, or are learning English."
      />
      <AnswerExample of="intake" about="intake" />
      <Textarea
        {...fieldOf(props, "improving")}
        hint="Name what has begun to work, and how you know. A plan should not undo it."
      />
      <AnswerExample of="improving" about="what is improving" />
      {citesOf(props, "improving", "Files that show what is improving (optional)")}
    </>
  );
}

export function CausesFields(props: SectionFieldsProps) {
  const { register, errors, typed } = props;
  return (
    <>
      <AnswerExample of="evidence" about="evidence for a cause" />
      <Checkboxes
        {...register("causes")}
        legend="What are the causes?"
        legendSize="s"
        hint="Select all that apply. For each, give evidence that somebody outside the school could check."
        error={errors.causes}
        defaultValues={listOf(typed, "causes")}
        items={causeKeys.map((key) => ({
          value: key,
          label: causeNames[key],
          conditional: (
            <>
              <Textarea {...fieldOf(props, `evidence-${key}`)} labelSize={undefined} rows={4} />
              {citesOf(props, `evidence-${key}`, `Files for ${causeInWords(key)} (optional)`)}
            </>
          ),
        }))}
      />
    </>
  );
}

export function ActionsFields(props: SectionFieldsProps) {
  return (
    <>
      <Textarea
        {...fieldOf(props, "together")}
        label="How the actions work together (optional)"
        hint="For example which has to come first, or who watches over all of them."
      />
      <AnswerExample of="together" about="how the actions work together" />
      {props.content.actions.map(({ id, kind }, at) => (
        <Fragment key={id}>
          {citesOf(props, id, `Files for the ${actionClaimInWords(at + 1, kind)} (optional)`)}
        </Fragment>
      ))}
    </>
  );
}

export function RisksFields(props: SectionFieldsProps) {
  return (
    <>
      <p className="govuk-body">Enter at least one risk. Leave the rest empty if you do not need them.</p>
      <AnswerExample of="risk" about="a risk" />
      {riskRows.map((row) => (
        <Fieldset key={row} legend={`Risk ${row}`} legendSize="m">
          <Textarea {...fieldOf(props, `risk-${row}`)} label="What could happen" labelSize={undefined} rows={3} />
          <Textarea
            {...fieldOf(props, `mitigation-${row}`)}
            label="What you will do about it"
            labelSize={undefined}
            rows={3}
          />
        </Fieldset>
      ))}
    </>
  );
}
