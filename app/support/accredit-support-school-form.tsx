import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { useSchemaForm } from "~/ui/use-schema-form";
import { accreditSupportSchoolSchema, type AccreditTyped } from "./accredit-support-school.schema";
import type { SupportSchoolDetail } from "./get-support-school.server";
import { supportSchoolRows } from "./support-school-rows";

type AccreditFormProps = { school: SupportSchoolDetail; typed: AccreditTyped; serverErrors?: FieldErrors };

/** The page on which an admin accredits a proposed school for a term. */
export function AccreditSupportSchoolForm({ school, typed, serverErrors }: AccreditFormProps) {
  const { register, errors, onSubmit } = useSchemaForm<AccreditTyped>({
    schema: accreditSupportSchoolSchema(school.today) as z.ZodType<unknown, AccreditTyped>,
    defaultValues: typed,
    serverErrors,
  });
  const date = (name: "termFrom" | "termTo", legend: string, hint?: string) => (
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
  const home = `/support/${school.id}`;
  return (
    <ServicePage
      width="narrow"
      back={{ href: home, text: school.name }}
      errors={errors}
      errorTargets={{ termFrom: "termFrom-day", termTo: "termTo-day" }}
    >
      <PageHeading caption={school.name}>Accredit the support school</PageHeading>
      <SummaryList rows={supportSchoolRows(school)} />
      <p className="govuk-body">
        Every council will see the school’s name, council, phase, subjects and free places, and can ask it for support
        between these days.
      </p>
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        {date("termFrom", "First day of its term", "For example, 4 1 2027")}
        {date("termTo", "Last day of its term")}
        <ButtonGroup>
          <Button preventDoubleClick>Accredit school</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
