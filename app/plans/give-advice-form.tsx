import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { useSchemaForm } from "~/ui/use-schema-form";
import { giveAdviceSchema } from "./give-advice.schema";
import { orderedSections } from "./plan-sections";

type AdviceValues = { commandId: string; section: string; comment: string };

type GiveAdviceFormProps = {
  revision: { id: string; reference: string; schools: string };
  typed: AdviceValues;
  serverErrors?: FieldErrors;
};

export function GiveAdviceForm({ revision, typed, serverErrors }: GiveAdviceFormProps) {
  const form = useSchemaForm<AdviceValues>({
    schema: giveAdviceSchema as never,
    defaultValues: typed,
    serverErrors,
  });
  const { errors, register, onSubmit } = form;
  return (
    <ServicePage width="narrow" back={{ href: `/revisions/${revision.id}` }} errors={errors}>
      <PageHeading caption={`${revision.schools}, ${revision.reference}`}>Comment on the plan</PageHeading>
      <p className="govuk-body">The council and the Department read your comment. It cannot be changed afterwards.</p>
      <PostForm onSubmit={onSubmit}>
        <input type="hidden" {...register("commandId")} defaultValue={typed.commandId} />
        <Radios
          {...register("section")}
          legend="Which section is it about?"
          legendSize="s"
          error={errors.section}
          defaultValue={typed.section}
          items={orderedSections.map(({ key, number, title }) => ({ value: key, label: `${number}. ${title}` }))}
        />
        <CharacterCount
          {...register("comment")}
          label="Comment"
          labelSize="s"
          hint="Do not name pupils."
          error={errors.comment}
          maxLength={LONG_TEXT_LIMIT}
          defaultValue={typed.comment}
        />
        <Button>Add comment</Button>
      </PostForm>
    </ServicePage>
  );
}
