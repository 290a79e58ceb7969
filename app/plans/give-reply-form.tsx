import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";
import { useSchemaForm } from "~/ui/use-schema-form";
import { giveReplySchema } from "./give-reply.schema";

type Values = { stance: string; comment: string };
type GiveReplyFormProps = { school: string; planId: string; typed: Values; serverErrors?: FieldErrors };

/** The headteacher's right of reply. */
export function GiveReplyForm({ school, planId, typed, serverErrors }: GiveReplyFormProps) {
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: giveReplySchema as unknown as z.ZodType<unknown, Values>,
    defaultValues: typed,
    serverErrors,
  });
  return (
    <ServicePage width="narrow" back={{ href: "/your-school", text: "Your school" }} errors={errors}>
      <PageHeading caption={school}>Reply to the plan</PageHeading>
      <p className="govuk-body">
        Your council reads your reply at once. The Department reads it with the plan when your council submits it. You
        can change it until then.
      </p>
      <PostForm onSubmit={onSubmit}>
        <input type="hidden" name="plan" value={planId} />
        <Radios
          {...register("stance")}
          legend="What do you say to the plan?"
          legendSize="m"
          error={errors.stance}
          defaultValue={typed.stance}
          items={[
            {
              value: "acknowledged",
              label: "I acknowledge the plan",
              hint: "You have read it, and may still comment.",
            },
            {
              value: "disagreed",
              label: "I disagree with the plan",
              hint: "Say below what you disagree with, and why.",
            },
          ]}
        />
        <Textarea
          {...register("comment")}
          label="Your comment"
          labelSize="m"
          hint="Do not name pupils or members of staff."
          error={errors.comment}
          defaultValue={typed.comment}
          rows={8}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Send reply</Button>
          <a className="govuk-link" href="/your-school">
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
