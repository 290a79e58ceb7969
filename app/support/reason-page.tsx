import type { ReactNode } from "react";
import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button, type ButtonVariant } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { ReasonTyped } from "./reason.schema";

type ReasonPageProps = {
  caption: string;
  title: string;
  /** The page that it came from. */
  home: string;
  schema: z.ZodType<unknown, ReasonTyped>;
  commandId: string;
  /** What the action answered, if it did. */
  answer?: { errors: FieldErrors; values: FormValues };
  label: string;
  hint: string;
  button: string;
  variant?: ButtonVariant;
  children?: ReactNode;
};

/** The page of what takes a reason and nothing else. */
export function ReasonPage(props: ReasonPageProps) {
  const { caption, title, home, schema, answer, label, hint, button, variant, children } = props;
  const typed = {
    commandId: String(answer?.values.commandId || props.commandId),
    reason: String(answer?.values.reason ?? ""),
  };
  const { register, errors, onSubmit } = useSchemaForm<ReasonTyped>({
    schema,
    defaultValues: typed,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors}>
      <PageHeading caption={caption}>{title}</PageHeading>
      {children}
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        <CharacterCount
          {...register("reason")}
          label={label}
          labelSize="s"
          hint={hint}
          error={errors.reason}
          maxLength={LONG_TEXT_LIMIT}
          defaultValue={typed.reason}
        />
        <ButtonGroup>
          <Button variant={variant} preventDoubleClick>
            {button}
          </Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
