import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import type { MatchChoice } from "./match-choice";

type MatchChoicesFormProps = {
  choices: MatchChoice[];
  /** What was chosen in a form that could not be saved, by key. */
  typed?: Readonly<Record<string, string>>;
  errors?: FieldErrors;
};

/** One question after the other, each with its candidates. Nothing is chosen that a person has not chosen before. */
export function MatchChoicesForm({ choices, typed, errors }: MatchChoicesFormProps) {
  return (
    <PostForm>
      {/* Where an answer to the form as a whole points to. */}
      <input type="hidden" name="first" value={choices[0]?.key ?? ""} />
      {choices.map(({ key, question, hint, options, decided }) => (
        <Radios
          key={key}
          name={key}
          legend={question}
          legendSize="s"
          hint={decided === null ? hint : `${hint}. Decided already`}
          error={errors?.[key]}
          items={options}
          defaultValue={typed?.[key] ?? decided ?? undefined}
        />
      ))}
      <Button preventDoubleClick>Save choices</Button>
    </PostForm>
  );
}
