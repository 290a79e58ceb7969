import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";
import type { HistoryQuestion } from "./history-question";

type DecideHistoryFormProps = { question: HistoryQuestion; answer?: { errors: FieldErrors; values: FormValues } };

/** Whose results go on, with the reason. Nothing is chosen that a person has not chosen before. */
export function DecideHistoryForm({ question, answer }: DecideHistoryFormProps) {
  const { choice, version } = question;
  const typed = (name: string) => answer && String(answer.values[name] ?? "");
  return (
    <PostForm>
      {/* What is answered is what was shown: sent later, it is held against what is known then. */}
      <input type="hidden" name="version" value={version} />
      <Radios
        name="answer"
        legend={choice.question}
        legendSize="m"
        items={choice.options}
        error={answer?.errors.answer}
        defaultValue={typed("answer") ?? choice.decided ?? undefined}
      />
      <Textarea
        name="reason"
        label="Reason"
        labelSize="s"
        hint={`What shows it, such as a proposal to merge. Up to ${LONG_TEXT_LIMIT.toLocaleString("en-GB")} characters. Only admins read it.`}
        error={answer?.errors.reason}
        defaultValue={typed("reason") ?? ""}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Save decision</Button>
        <a className="govuk-link" href="/histories">
          Cancel
        </a>
      </ButtonGroup>
    </PostForm>
  );
}
