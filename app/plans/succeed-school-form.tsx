import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import { useSchemaForm } from "~/ui/use-schema-form";
import { CaseSummary } from "./case-summary";
import type { CaseForEvent } from "./get-case-for-event.server";
import { succeedSchoolSchema } from "./succeed-school.schema";

type Props = { of: CaseForEvent; commandId: string; answer?: { errors: FieldErrors; values: FormValues } };

export function SucceedSchoolForm({ of, commandId, answer }: Props) {
  const urn = String(answer?.values.urn ?? "");
  const { register, errors, onSubmit } = useSchemaForm<{ commandId: string; urn: string }>({
    schema: succeedSchoolSchema,
    defaultValues: { commandId, urn },
    serverErrors: answer?.errors,
  });
  const home = `/cases/${of.id}`;
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors}>
      <PageHeading caption={of.schoolName}>Move the case to the successor school</PageHeading>
      <CaseSummary of={of} />
      <p className="govuk-body">
        The case, its plan and its due date go on at the successor. Its history shows the results of both schools.
      </p>
      <PostForm commandId={commandId} onSubmit={onSubmit}>
        <TextInput
          {...register("urn")}
          label="URN of the successor school"
          labelSize="s"
          hint="6 numbers. The school must be in a results file that was taken over."
          width={10}
          inputMode="numeric"
          error={errors.urn}
          defaultValue={urn}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Move case</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
