import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import { useSchemaForm } from "~/ui/use-schema-form";
import { type ConflictTyped, declareConflictSchema } from "./declare-conflict.schema";

type ConflictFormProps = {
  school: { id: string; name: string };
  typed: ConflictTyped;
  serverErrors?: FieldErrors;
};

/** The page on which a council or the Department declares a conflict of interest. */
export function DeclareConflictForm({ school, typed, serverErrors }: ConflictFormProps) {
  const { register, errors, onSubmit } = useSchemaForm<ConflictTyped>({
    schema: declareConflictSchema,
    defaultValues: typed,
    serverErrors,
  });
  const home = `/support/${school.id}`;
  return (
    <ServicePage width="narrow" back={{ href: home, text: school.name }} errors={errors}>
      <PageHeading caption={school.name}>Declare a conflict of interest</PageHeading>
      <p className="govuk-body">
        The support school will not be offered to the school that you name, and cannot be asked to help it. A
        declaration cannot be taken back here.
      </p>
      <p className="govuk-body">
        The reason is confidential. You, the council of the school that you name and the Department can read it. The
        support school’s council reads only what it declares itself, so that it does not learn who looked for help.
      </p>
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        <TextInput
          {...register("school")}
          label="School that it must not help"
          labelSize="s"
          hint="Its URN, or its council code and school number, like 001/2001. A council can name any school if the support school is its own, otherwise only a school of its own."
          width={10}
          error={errors.school}
          defaultValue={typed.school}
        />
        <CharacterCount
          {...register("reason")}
          label="What the conflict is"
          labelSize="s"
          hint="For example, the two schools share governors. Do not name pupils."
          maxLength={2000}
          error={errors.reason}
          defaultValue={typed.reason}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Declare conflict</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
