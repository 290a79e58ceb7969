import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import { Checkboxes } from "~/ui/checkboxes";
import type { FieldErrors } from "~/ui/error-messages";
import { Fieldset } from "~/ui/fieldset";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { useSchemaForm } from "~/ui/use-schema-form";
import { proposeSupportSchoolSchema, type ProposalTyped } from "./propose-support-school.schema";
import { subjectName, supportSubjects, teacherSubjects } from "./subjects";

type ProposeFormProps = {
  schools: { id: string; name: string }[];
  typed: ProposalTyped;
  serverErrors?: FieldErrors;
};

/** The page on which a council proposes one of its schools. */
export function ProposeSupportSchoolForm({ schools, typed, serverErrors }: ProposeFormProps) {
  const { register, errors, onSubmit } = useSchemaForm<ProposalTyped>({
    schema: proposeSupportSchoolSchema as z.ZodType<unknown, ProposalTyped>,
    defaultValues: typed,
    serverErrors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/support", text: "Support schools" }} errors={errors}>
      <PageHeading>Propose a support school</PageHeading>
      <p className="govuk-body">
        The Department decides whether to accredit it. A support school is open, state-funded and has no open case of
        its own.
      </p>
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        <Select
          {...register("schoolId")}
          label="School"
          labelSize="s"
          error={errors.schoolId}
          defaultValue={typed.schoolId}
          items={[
            { value: "", text: "Select a school" },
            ...schools.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Checkboxes
          {...register("subjects")}
          legend="What can it help with?"
          legendSize="s"
          hint="Select all that apply."
          error={errors.subjects}
          defaultValues={[typed.subjects ?? []].flat().map(String)}
          items={Object.entries(supportSubjects).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          {...register("capacity")}
          label="How many schools can it support at a time?"
          labelSize="s"
          width={2}
          inputMode="numeric"
          error={errors.capacity}
          defaultValue={typed.capacity}
        />
        <Fieldset legend="Specialist teachers that it can share" legendSize="s">
          <p className="govuk-hint">
            Days a week in all, in whole or half days, such as 1.5. Leave a box empty if there is none.
          </p>
          {teacherSubjects.map((subject) => {
            const name = `${subject}Days` as const;
            return (
              <TextInput
                key={subject}
                {...register(name)}
                label={subjectName(subject)}
                suffix="days a week"
                width={4}
                inputMode="decimal"
                error={errors[name]}
                defaultValue={typed[name]}
              />
            );
          })}
        </Fieldset>
        <CharacterCount
          {...register("offer")}
          label="What the school can offer"
          labelSize="s"
          hint="Every council reads this once the school is accredited. Do not name people."
          maxLength={2000}
          error={errors.offer}
          defaultValue={typed.offer}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Propose school</Button>
          <a className="govuk-link" href="/support">
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
