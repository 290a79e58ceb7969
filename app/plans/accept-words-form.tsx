import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { useSchemaForm } from "~/ui/use-schema-form";
import { acceptWordsSchema } from "./accept-words.schema";
import type { JudgedFinding } from "./list-word-findings.server";
import { MarkedSentence } from "./marked-sentence";

type AcceptWordsFormProps = {
  planId: string;
  school: string;
  finding: JudgedFinding;
  typed: string;
  serverErrors?: FieldErrors;
};

/** The page on which an officer says why words that the check found stay in the plan. */
export function AcceptWordsForm({ planId, school, finding, typed, serverErrors }: AcceptWordsFormProps) {
  const { register, errors, onSubmit } = useSchemaForm<{ reason: string }>({
    schema: acceptWordsSchema as unknown as z.ZodType<unknown, { reason: string }>,
    defaultValues: { reason: typed },
    serverErrors,
  });
  const check = `/plans/${planId}/check`;
  return (
    <ServicePage width="narrow" back={{ href: check, text: "Check your answers" }} errors={errors}>
      <PageHeading caption={school}>Keep “{finding.words}”</PageHeading>
      <SummaryList
        rows={[
          { key: finding.label, value: <MarkedSentence {...finding} /> },
          { key: "Why it was found", value: finding.why },
          { key: "Instead", value: finding.suggestion },
        ]}
      />
      <PostForm onSubmit={onSubmit}>
        <CharacterCount
          {...register("reason")}
          label="Why do these words stay?"
          labelSize="m"
          hint="The reviewer reads your reason. If the sentence changes, you are asked again."
          error={errors.reason}
          rows={3}
          maxLength={500}
          defaultValue={typed}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Keep these words</Button>
          <a className="govuk-link" href={`/plans/${planId}/${finding.place}`}>
            Change the text instead
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
