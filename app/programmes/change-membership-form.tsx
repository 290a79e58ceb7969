import type { z } from "zod";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { CharacterCount } from "~/ui/character-count";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate } from "~/ui/format-date";
import { formatPlural, formatShare } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { useSchemaForm } from "~/ui/use-schema-form";
import { WarningText } from "~/ui/warning-text";
import { changeMembershipSchema } from "./change-membership.schema";
import type { MembershipChange } from "./get-membership-change.server";

type Props = { change: MembershipChange; commandId: string; reason: string; errors?: FieldErrors };

const names = { priority: "Priority", standard: "Standard" } as const;

function place({ council, programme }: MembershipChange): string {
  const { rank, flagged, eligible, tied } = council;
  const share = `${flagged} of ${eligible} eligible schools flagged, ${formatShare(flagged, eligible)}`;
  if (rank === null) return `Not ranked: fewer than ${programme.smallestCouncil} eligible schools. ${share}`;
  return `${rank}${tied ? ", tied with another council" : ""}. ${share}`;
}

function Moved({ change: { moved, dueAlready, kept, dueOn } }: { change: MembershipChange }) {
  return (
    <>
      {moved.length === 0 ? (
        <p className="govuk-body">
          {dueAlready === 0
            ? "No plan gets another date: the council owes no first submission."
            : `No plan gets another date: each first submission that the council owes is due on ${formatDate(dueOn)} already.`}
        </p>
      ) : (
        <Table
          caption={`${formatPlural(moved.length, "plan")} with a new due date`}
          captionSize="m"
          rowHeaders
          wide
          columns={[{ label: "School" }, { label: "Due now", nowrap: true }, { label: "New date", nowrap: true }]}
          rows={moved.map(({ caseId, school, from, extended }) => ({
            key: caseId,
            cells: [school, `${formatDate(from)}${extended ? " (extended)" : ""}`, formatDate(dueOn)],
          }))}
        />
      )}
      {moved.some(({ extended }) => extended) && (
        <WarningText>The new date takes the place of an extension.</WarningText>
      )}
      {moved.length > 0 && dueAlready > 0 && (
        <p className="govuk-body">
          {formatPlural(dueAlready, "plan")} {dueAlready === 1 ? "is" : "are"} due on {formatDate(dueOn)} already.
        </p>
      )}
      {kept > 0 && (
        <p className="govuk-body">
          {formatPlural(kept, "case")} {kept === 1 ? "keeps its date" : "keep their dates"}: the first plan is submitted
          already, or the case has ended.
        </p>
      )}
    </>
  );
}

/** Gives a council the other cohort after publication: what it changes, then the reason. */
export function ChangeMembershipForm({ change, commandId, reason, errors: serverErrors }: Props) {
  const { run, programme, council, from, to, dueOn, problem } = change;
  type Values = z.input<typeof changeMembershipSchema>;
  const { register, errors, onSubmit } = useSchemaForm<Values>({
    schema: changeMembershipSchema as unknown as z.ZodType<unknown, Values>,
    defaultValues: { commandId, to, version: programme.version, reason },
    serverErrors,
  });
  const home = `/runs/${run.id}/cohort`;
  return (
    <ServicePage back={{ href: home, text: "Cohorts" }} errors={errors}>
      <PageHeading caption={`${programme.name}, run ${run.number}`}>Change the cohort of {council.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Cohort now", value: names[from] },
          { key: "New cohort", value: names[to] },
          { key: "Due date of the new cohort", value: formatDate(dueOn) },
          { key: "Place in the run", value: place(change) },
        ]}
      />
      <Moved change={change} />
      {problem ? (
        <>
          <WarningText>{problem}</WarningText>
          <p className="govuk-body">
            <a className="govuk-link" href={`/programmes/${programme.id}/deadlines`}>
              Change a cohort’s due date
            </a>
          </p>
        </>
      ) : (
        <PostForm commandId={commandId} version={programme.version} onSubmit={onSubmit}>
          <input type="hidden" name="to" value={to} />
          <CharacterCount
            {...register("reason")}
            label="Reason for the change"
            labelSize="s"
            hint="The Department keeps it with the cohort, and the council reads it in the history of each plan whose date moves. The council is told its own new date. Nobody else is told anything."
            error={errors.reason}
            maxLength={2000}
            rows={4}
            defaultValue={reason}
          />
          <ButtonGroup>
            <Button preventDoubleClick>
              Make {council.name} {to}
            </Button>
            <a className="govuk-link" href={home}>
              Cancel
            </a>
          </ButtonGroup>
        </PostForm>
      )}
    </ServicePage>
  );
}
