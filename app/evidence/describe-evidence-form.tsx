import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import { useSchemaForm } from "~/ui/use-schema-form";
import { describeEvidenceSchema } from "./attach-evidence.schema";

type Values = { description: string };
type DescribeEvidenceFormProps = {
  id: string;
  description: string;
  filename: string;
  answer?: { errors: FieldErrors; values: FormValues };
};

/** The page on which a file of a draft is described anew. */
export function DescribeEvidenceForm({ id, description, filename, answer }: DescribeEvidenceFormProps) {
  const typed = String(answer?.values.description ?? description);
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: describeEvidenceSchema as unknown as z.ZodType<unknown, Values>,
    defaultValues: { description: typed },
    serverErrors: answer?.errors,
  });
  const home = `/evidence/${id}`;
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors}>
      <PageHeading caption={filename}>Change what the file shows</PageHeading>
      <PostForm onSubmit={onSubmit}>
        <TextInput
          {...register("description")}
          label="What the file shows"
          labelSize="s"
          error={errors.description}
          defaultValue={typed}
          autoComplete="off"
        />
        <ButtonGroup>
          <Button preventDoubleClick>Save</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
