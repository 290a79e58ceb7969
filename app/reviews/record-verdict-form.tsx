import type { FormEvent } from "react";
import type { UseFormRegister } from "react-hook-form";
import { Button } from "~/ui/button";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";

export type VerdictValues = { commandId: string; verdict?: string; comment: string };

type Props = {
  typed: VerdictValues;
  errors: FieldErrors;
  register: UseFormRegister<VerdictValues>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** There is no section after this one. */
  last: boolean;
};

export function RecordVerdictForm({ typed, errors, register, onSubmit, last }: Props) {
  return (
    <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
      <Radios
        {...register("verdict")}
        legend="Do you accept this section?"
        legendSize="m"
        hint="The council sees nothing of it before the plan is returned or approved."
        error={errors.verdict}
        defaultValue={typed.verdict}
        items={[
          { value: "accepted", label: "Yes, accept it" },
          {
            value: "comment",
            label: "No, comment on it",
            conditional: (
              <CharacterCount
                {...register("comment")}
                label="Comment"
                hint="Say what has to change. The council replies to each comment."
                error={errors.comment}
                maxLength={LONG_TEXT_LIMIT}
                defaultValue={typed.comment}
              />
            ),
          },
        ]}
      />
      <Button preventDoubleClick>{last ? "Save" : "Save and continue"}</Button>
    </PostForm>
  );
}
