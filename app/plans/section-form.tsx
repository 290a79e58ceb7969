import type { FormEvent } from "react";
import type { EvidencePiece } from "~/evidence/evidence-piece";
import type { z } from "zod";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { Textarea } from "~/ui/textarea";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { SectionKey } from "~workflows/school-plan/types";
import { CostFields, GovernanceFields, TargetsFields } from "./figure-fields";
import type { PlanContent, SectionContent } from "./plan-content";
import { withReply } from "./save-section-form";
import { ActionsFields, CausesFields, fieldOf, PositionFields, RisksFields } from "./section-fields";
import { type SectionSetting, withEveryField } from "./section-schemas";

const fields = {
  position: PositionFields,
  causes: CausesFields,
  actions: ActionsFields,
  targets: TargetsFields,
  governance: GovernanceFields,
  cost: CostFields,
  risks: RisksFields,
};

export type SectionFormProps = {
  section: SectionKey;
  /** The version of the text in the fields, which a save replaces. */
  version: number;
  typed: SectionContent;
  content: PlanContent;
  setting: SectionSetting;
  evidence: EvidencePiece[];
  /** Whether the reviewer commented on the section, so that a reply is asked for. */
  commented: boolean;
  serverErrors?: FieldErrors;
};

export const sectionErrorTargets = { governors: "governors-day" };

/** What the two buttons send: whether the section is to be checked and marked as complete, or kept for later. */
const isForLater = (event: FormEvent<HTMLFormElement>) =>
  ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value === "later";

/** The form's state, for the page around it to show the errors at its top. */
export function useSectionForm({ section, typed, setting, commented, serverErrors }: SectionFormProps) {
  return useSchemaForm<SectionContent>({
    schema: withReply(section, setting, commented) as z.ZodType<unknown, SectionContent>,
    defaultValues: { ...withEveryField(section, typed, setting), reply: typed.reply ?? "" },
    serverErrors,
  });
}

/** A section's questions, the reply to its comment, and the two ways to save. */
export function SectionForm({ form, ...props }: SectionFormProps & { form: ReturnType<typeof useSectionForm> }) {
  const { section, version, typed, content, evidence, commented } = props;
  const { register, errors, onSubmit } = form;
  const Fields = fields[section];
  const own = { register, errors, typed, content, evidence };
  return (
    // A draft may be kept in any state, so the check is passed by: the browser sends the form as it is.
    <PostForm version={version} onSubmit={(event) => (isForLater(event) ? undefined : onSubmit(event))}>
      {commented && (
        <Textarea
          {...fieldOf(own, "reply")}
          hint="Say what you changed, or why you did not. The reviewer reads it with the section."
        />
      )}
      {errors.cites && (
        <p className="govuk-error-message" id="cites" tabIndex={-1}>
          {errors.cites}
        </p>
      )}
      <Fields {...own} />
      <ButtonGroup>
        <Button name="save" value="complete" preventDoubleClick>
          Save and continue
        </Button>
        <Button name="save" value="later" variant="secondary" preventDoubleClick>
          Save and come back later
        </Button>
      </ButtonGroup>
    </PostForm>
  );
}
