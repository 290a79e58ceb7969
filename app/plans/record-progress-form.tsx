import { Button } from "~/ui/button";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import type { ProgressAction } from "./get-progress.server";
import { progressStatuses, WHOLE_PLAN } from "./record-progress.schema";
import type { UseFormRegister } from "react-hook-form";
import type { FormEvent } from "react";

export type ProgressValues = { commandId: string; action: string; status?: string; note: string };

type Props = {
  actions: ProgressAction[];
  typed: ProgressValues;
  errors: FieldErrors;
  register: UseFormRegister<ProgressValues>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

export function RecordProgressForm({ actions, typed, errors, register, onSubmit }: Props) {
  return (
    <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
      <Radios
        {...register("action")}
        legend="What is it about?"
        legendSize="s"
        error={errors.action}
        defaultValue={typed.action}
        items={[
          ...actions.map(({ id, what }) => ({ value: id, label: what })),
          { value: WHOLE_PLAN, label: "The plan as a whole" },
        ]}
      />
      <Radios
        {...register("status")}
        legend="How is it going?"
        legendSize="s"
        error={errors.status}
        defaultValue={typed.status}
        items={Object.entries(progressStatuses).map(([value, label]) => ({ value, label }))}
      />
      <CharacterCount
        {...register("note")}
        label="What has been done"
        labelSize="s"
        hint="Say what shows it, and what comes next. Do not name pupils."
        error={errors.note}
        maxLength={LONG_TEXT_LIMIT}
        defaultValue={typed.note}
      />
      <Button preventDoubleClick>Record progress</Button>
    </PostForm>
  );
}
