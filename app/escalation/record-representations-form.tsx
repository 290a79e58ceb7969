import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { LONG_TEXT_LIMIT } from "~/ui/long-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { useSchemaForm } from "~/ui/use-schema-form";
import { describeTimeToAnswer, nameStep } from "./describe-escalation";
import type { EscalationDetail } from "./read-escalation.server";
import { recordRepresentationsSchema } from "./record-representations.schema";

type RepresentationsValues = { commandId: string; representations: string };

type RecordRepresentationsFormProps = {
  escalation: EscalationDetail;
  typed: RepresentationsValues;
  serverErrors?: FieldErrors;
};

/** The page on which a lead answers a proposed step. */
export function RecordRepresentationsForm({ escalation, typed, serverErrors }: RecordRepresentationsFormProps) {
  const { id, council, programme, proposal } = escalation;
  const { register, errors, onSubmit } = useSchemaForm<RepresentationsValues>({
    schema: recordRepresentationsSchema,
    defaultValues: typed,
    serverErrors,
  });
  const home = `/escalations/${id}`;
  return (
    <ServicePage width="narrow" back={{ href: home, text: "Escalation" }} errors={errors}>
      <PageHeading caption={`${council.name}, ${programme.name}`}>Make representations</PageHeading>
      {proposal && (
        <SummaryList
          rows={[
            { key: "Proposed step", value: nameStep(proposal.level) },
            { key: "Why", value: <span className="app-typed-text">{proposal.reason}</span> },
            { key: "Proposed on", value: formatDate(proposal.proposedOn) },
            { key: "Time to answer", value: describeTimeToAnswer(proposal) },
          ]}
        />
      )}
      <p className="govuk-body">
        Representations are your council’s answer to the proposed step. The Department reads them before it decides.
        They cannot be changed afterwards, but you can add to them until the step is decided.
      </p>
      <PostForm commandId={typed.commandId} onSubmit={onSubmit}>
        <CharacterCount
          {...register("representations")}
          label="Your council’s representations"
          labelSize="s"
          hint="Say why the step should not be taken, or what the council will do and by when. Do not name pupils."
          error={errors.representations}
          maxLength={LONG_TEXT_LIMIT}
          rows={10}
          defaultValue={typed.representations}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Send representations</Button>
          <a className="govuk-link" href={home}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </ServicePage>
  );
}
