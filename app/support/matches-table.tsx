import { formatPlural } from "~/ui/format-number";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Match } from "./list-candidates.server";
import { formatKilometres } from "./rank-candidates";
import { SupportStateTag } from "./support-state-tag";
import { listSubjects } from "./support-tables";

type MatchesTableProps = { caseId: string; open: boolean; matches: Match[]; empty: string };

function Next({ caseId, open, match }: { caseId: string; open: boolean; match: Match }) {
  const { candidate, request } = match;
  if (request)
    return (
      <>
        <SupportStateTag state={request.state} />{" "}
        <a className="govuk-link" href={`/support/requests/${request.id}`}>
          See request<span className="govuk-visually-hidden"> to {candidate.name}</span>
        </a>
      </>
    );
  if (!open) return null;
  return (
    <a className="govuk-link" href={`/support/cases/${caseId}/ask/${candidate.id}`}>
      Ask for support<span className="govuk-visually-hidden"> from {candidate.name}</span>
    </a>
  );
}

/** The matches in their order, each with its reasons. */
export function MatchesTable({ caseId, open, matches, empty }: MatchesTableProps) {
  return (
    <Table
      caption={formatPlural(matches.length, "support school")}
      captionSize="m"
      wide
      columns={[
        { label: "Number", numeric: true },
        { label: "School" },
        { label: "Distance", nowrap: true },
        { label: "Why", prose: true },
        { label: "Points of 100", numeric: true },
        { label: "What you can do" },
      ]}
      rows={matches.map((match) => {
        const { candidate, metres, full, parts, points, number } = match;
        return {
          key: candidate.id,
          cells: [
            number,
            <div key="school">
              <a className="govuk-link" href={`/support/${candidate.id}`}>
                {candidate.name}
              </a>
              <br />
              {candidate.council.name}
              <br />
              {listSubjects(candidate.subjects)}
              {full && (
                <>
                  <br />
                  <Tag colour="orange">At capacity</Tag>
                </>
              )}
            </div>,
            metres === null ? "Not known" : formatKilometres(metres),
            <ul key="why" className="govuk-list">
              {parts.map(({ key, sentence }) => (
                <li key={key}>{sentence}</li>
              ))}
            </ul>,
            Math.round(points),
            <Next key="next" caseId={caseId} open={open} match={match} />,
          ],
        };
      })}
      empty={empty}
    />
  );
}
