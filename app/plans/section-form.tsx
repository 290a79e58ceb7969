import { type FormEvent, useRef } from "react";
import type { EvidencePiece } from "~/evidence/evidence-piece";
import type { z } from "zod";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { SaveStatus } from "~/ui/save-status";
import { Textarea } from "~/ui/textarea";
import { useAutosave } from "~/ui/use-autosave";
import { useSchemaForm } from "~/ui/use-schema-form";
import { useVisits } from "~/ui/use-visits";
import type { SectionKey } from "~workflows/school-plan/types";
import { CostFields, GovernanceFields } from "./figure-fields";
import type { Presence } from "./note-presence.server";
import type { PlanContent, SectionContent } from "./plan-content";
import { withReply } from "./save-section-form";
import { ActionsFields, CausesFields, fieldOf, PositionFields, RisksFields } from "./section-fields";
import { SectionPresence } from "./section-presence";
import { type SectionSetting, withEveryField } from "./section-schemas";
import { TargetsFields } from "./target-fields";

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
  /** The section's own address, below which it is saved by itself. */
  address: string;
  formKey: string;
  presence: Presence;
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

/** A section's questions and the reply to its comment: saved as they are written, and by the two buttons. */
export function SectionForm({ form, ...props }: SectionFormProps & { form: ReturnType<typeof useSectionForm> }) {
  const { section, version, typed, content, evidence, commented, address, formKey } = props;
  const { register, errors, onSubmit } = form;
  const element = useRef<HTMLFormElement>(null);
  const saved = useAutosave(element, `${address}/autosave`);
  const presence = useVisits(element, `${address}/presence`, props.presence);
  const Fields = fields[section];
  const own = { register, errors, typed, content, evidence };
  return (
    // A draft may be kept in any state, so the check is passed by: the browser sends the form as it is.
    <PostForm ref={element} version={version} onSubmit={(event) => (isForLater(event) ? undefined : onSubmit(event))}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="nth" defaultValue="1" />
      <SectionPresence presence={presence} version={version} />
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
      <SaveStatus state={saved} />
    </PostForm>
  );
}
