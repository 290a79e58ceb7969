import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import { typedDate } from "~/ui/date-field";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { toDateParts } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { Radios } from "~/ui/radios";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { HeadLetterPage } from "./get-head-letter.server";
import { HeadLetterView } from "./head-letter-view";
import { tellHeadteacherSchema, type TellHeadteacherValues, waysOfTelling } from "./tell-headteacher.schema";
import { TellingsList } from "./tellings-list";

type Answer = { errors: FieldErrors; values: FormValues };
type Props = { page: HeadLetterPage; commandId: string; answer?: Answer };

/** The letter to a headteacher, and the record that the head was told. */
export function TellHeadteacherPage({ page, commandId, answer }: Props) {
  const { publishedOn, today, school, council, letter, tellings, hasAccount } = page;
  const typed = {
    how: String(answer?.values.how ?? ""),
    words: String(answer?.values.words ?? ""),
    day: answer ? typedDate(answer.values, "toldOn") : toDateParts(today),
  };
  const form = useSchemaForm<TellHeadteacherValues>({
    schema: tellHeadteacherSchema({ publishedOn, today }) as unknown as z.ZodType<unknown, TellHeadteacherValues>,
    defaultValues: {
      commandId,
      runId: page.runId,
      how: typed.how,
      words: typed.words,
      "toldOn-day": typed.day.day,
      "toldOn-month": typed.day.month,
      "toldOn-year": typed.day.year,
    },
    serverErrors: answer?.errors,
  });
  const { register, errors, onSubmit } = form;
  const home = `/cases/${page.case.id}`;
  return (
    <ServicePage width="narrow" back={{ href: home }} errors={errors} errorTargets={{ toldOn: "toldOn-day" }}>
      <div className="app-no-print">
        <PageHeading caption={school}>Tell the headteacher</PageHeading>
        <p className="govuk-body">
          Tell the headteacher of the flag before anyone else does. This is what to say, or to print and hand over. It
          does not say when the Department expects the plan: keep that date to your council.
        </p>
        <TellingsList tellings={tellings} />
      </div>
      <HeadLetterView letter={letter} from={council} />
      {page.case.ended ? (
        <p className="govuk-body">The case has ended, so there is nothing more to tell.</p>
      ) : (
        <div className="app-no-print">
          <h2 className="govuk-heading-m">{tellings.length > 0 ? "Record it again" : "Record that you told them"}</h2>
          <p className="govuk-body">
            {hasAccount
              ? "The headteacher has an account. Once you record it, they read the flag and the plan in the service."
              : "The headteacher has no account in the service. An admin of the Department can add one."}
          </p>
          <PostForm commandId={commandId} onSubmit={onSubmit}>
            <input type="hidden" name="runId" value={page.runId} />
            <Radios
              {...register("how")}
              legend="How did you tell the headteacher?"
              legendSize="s"
              error={errors.how}
              defaultValue={typed.how}
              items={Object.entries(waysOfTelling).map(([value, label]) => ({ value, label }))}
            />
            <DateInput
              name="toldOn"
              legend="When did you tell them?"
              legendSize="s"
              error={errors.toldOn}
              defaultValues={typed.day}
              fields={{
                day: register("toldOn-day"),
                month: register("toldOn-month"),
                year: register("toldOn-year"),
              }}
            />
            <CharacterCount
              {...register("words")}
              label="What was said (optional)"
              labelSize="s"
              hint="Your council and the Department can read it."
              error={errors.words}
              maxLength={2000}
              rows={4}
              defaultValue={typed.words}
            />
            <ButtonGroup>
              <Button preventDoubleClick>Record that the headteacher was told</Button>
              <a className="govuk-link" href={home}>
                Cancel
              </a>
            </ButtonGroup>
          </PostForm>
        </div>
      )}
    </ServicePage>
  );
}
