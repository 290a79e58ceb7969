import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { arrangeBoard, boardHref, countNames, readBoardQuery, type StateFilter, totalsOf } from "~/deadlines/board";
import { BoardFilter } from "~/deadlines/board-filter";
import { BoardTable } from "~/deadlines/board-table";
import { getBoard } from "~/deadlines/get-board.server";
import { listMovedCases } from "~/deadlines/list-moved-cases.server";
import { MovedCases } from "~/deadlines/moved-cases";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatCount, formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { ProgressStack } from "~/ui/progress-stack";
import { StatCards } from "~/ui/stat-cards";

export const handle: PageHandle = { title: "Board" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "board");
  const query = readBoardQuery(new URL(args.request.url).searchParams);
  const day = today();
  const { programmes, programme, rows } = await getBoard({ actor, programmeId: query.programme, today: day });
  const regions = [...new Set(rows.map(({ region }) => region))].sort();
  const moved = programme ? await listMovedCases({ actor, programmeId: programme.id }) : [];
  const arranged = arrangeBoard(rows, query);
  return { query, programmes, programme, regions, rows: arranged, councils: rows.length, moved, today: day };
}

export default function Board() {
  const { query, programmes, programme, regions, rows, councils, moved, today: day } = useLoaderData<typeof loader>();
  if (!programme)
    return (
      <ServicePage>
        <PageHeading>Board</PageHeading>
        <p className="govuk-body">
          No programme has been published. The board shows every council’s plans once{" "}
          <a className="govuk-link" href="/programmes">
            a programme
          </a>{" "}
          is published.
        </p>
      </ServicePage>
    );
  const totals = totalsOf(rows);
  const shown =
    rows.length === councils
      ? formatPlural(councils, "council")
      : `${formatCount(rows.length)} of ${formatPlural(councils, "council")}`;
  const caption = `Plans by council: ${shown}`;
  const having = (state: StateFilter) => boardHref({ ...query, state });
  const waiting = totals.notStarted + totals.challenged;
  return (
    <ServicePage width="wide">
      <PageHeading caption={programme.name}>Board</PageHeading>
      <StatCards
        stats={[
          { value: formatCount(totals.needed), label: "Plans needed" },
          { value: formatCount(waiting + totals.drafting), label: "Not started or drafting", tone: "waiting" },
          { value: formatCount(totals.submitted), label: "Submitted, being reviewed", href: having("submitted") },
          { value: formatCount(totals.returned), label: "Returned", href: having("returned"), tone: "waiting" },
          { value: formatCount(totals.approved), label: "Approved", href: having("approved"), tone: "done" },
          { value: formatCount(totals.overdue), label: "Overdue", href: having("overdue"), tone: "late" },
        ]}
      />
      <ProgressStack
        id="progress"
        label={formatPlural(totals.needed, "plan")}
        segments={[
          { label: countNames.approved.toLowerCase(), count: totals.approved, tone: "done" },
          {
            label: "submitted, returned or being drafted",
            count: totals.submitted + totals.returned + totals.drafting,
            tone: "active",
          },
          { label: "not started or challenged", count: waiting, tone: "none" },
        ]}
      />
      <BoardFilter {...{ query, programmes, regions }} programmeId={programme.id} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={boardHref({ ...query, programme: programme.id }, "/board.csv")} download>
          Download these rows (CSV)
        </a>
        {" · "}
        <a className="govuk-link" href={`/programmes/${programme.id}/deadlines`}>
          Change a cohort’s due date
        </a>
      </p>
      {moved.length > 0 && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href="#moved">
            {formatPlural(moved.length, "school")} with a plan moved to another council
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">{caption}</h2>
      <BoardTable rows={rows} query={query} programmeId={programme.id} today={day} caption={caption} />
      <MovedCases cases={moved} />
    </ServicePage>
  );
}
