import { CaseSummary } from "~/plans/case-summary";
import type { CaseForEvent } from "~/plans/get-case-for-event.server";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { InsetText } from "~/ui/inset-text";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { useSchemaForm } from "~/ui/use-schema-form";
import { formatDate } from "~/ui/format-date";
import { challengeFlagSchema, challengeGrounds } from "./challenge-flag.schema";

type Values = { commandId: string; ground?: string; evidence: string };
type Props = { of: CaseForEvent; commandId: string; answer?: { errors: FieldErrors; values: FormValues } };

export function ChallengeFlagForm({ of, commandId, answer }: Props) {
  const typed = { ground: String(answer?.values.ground ?? ""), evidence: String(answer?.values.evidence ?? "") };
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: challengeFlagSchema,
    defaultValues: { commandId, ...typed },
    serverErrors: answer?.errors,
  });
  const home = `/cases/${of.id}`;
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors}>
      <PageHeading caption={of.schoolName}>Challenge the flag</PageHeading>
      <CaseSummary of={of} />
      <p className="govuk-body">
        Challenge the flag if you think this school should not have been identified. The Department sees what you write
        as soon as you send it, and decides with a reason.
      </p>
      <InsetText>
        The plan stays due on {formatDate(of.dueOn)} while the challenge is open.
        {of.planState === "drafting" && " Your draft is kept, and cannot be changed until the challenge is decided."}
      </InsetText>
      <PostForm commandId={commandId} onSubmit={onSubmit}>
        <Radios
          {...register("ground")}
          legend="What is the challenge about?"
          legendSize="s"
          error={errors.ground}
          defaultValue={typed.ground}
          items={Object.entries(challengeGrounds).map(([value, label]) => ({ value, label }))}
        />
        <CharacterCount
          {...register("evidence")}
          label="Evidence"
          labelSize="s"
          hint="Say what is wrong and how you know, for example which figure and its source. Do not name pupils. You can attach files once the challenge is sent."
          error={errors.evidence}
          maxLength={LONG_TEXT_LIMIT}
          rows={8}
          defaultValue={typed.evidence}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Challenge flag</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
