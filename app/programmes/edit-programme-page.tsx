import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { useSchemaForm } from "~/ui/use-schema-form";
import { programmeSchema, type ProgrammeValues } from "./create-programme.schema";
import { ProgrammeForm } from "./programme-form";

type EditProgrammePageProps = {
  id: string;
  name: string;
  version: number;
  values: ProgrammeValues;
  errors?: FieldErrors;
};

/** The settings of a draft programme, to be changed, or to be tried before they are saved. */
export function EditProgrammePage({ id, name, version, values, errors }: EditProgrammePageProps) {
  const form = useSchemaForm<ProgrammeValues>({ schema: programmeSchema, defaultValues: values, serverErrors: errors });
  return (
    <ServicePage
      width="narrow"
      back={{ href: `/programmes/${id}` }}
      errors={form.errors}
      errorTargets={{ priorityDueOn: "priorityDueOn-day", standardDueOn: "standardDueOn-day" }}
    >
      <PageHeading caption={name}>Change settings</PageHeading>
      <p className="govuk-body">
        If you change the floor or the rule, a run that has not been published is put aside and identification must be
        run again. The preview shows which schools would come and go, and saves nothing.
      </p>
      <ProgrammeForm
        form={form}
        values={values}
        submit="Save settings"
        preview={`/programmes/${id}/preview`}
        action={`/programmes/${id}/edit`}
        cancel={`/programmes/${id}`}
        version={version}
      />
    </ServicePage>
  );
}
