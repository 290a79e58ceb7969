import { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { finalStates } from "~/plans/final-states";
import type { BoardRow } from "./board";
import { owedStates } from "./describe-case-status";

export type ProgrammeChoice = { id: string; name: string };
export type Board = { programmes: ProgrammeChoice[]; programme: ProgrammeChoice | null; rows: BoardRow[] };

/** The programmes that have been published, the newest first. */
export const listPublishedProgrammes = (tx: Tx): Promise<ProgrammeChoice[]> =>
  tx.programme.findMany({
    where: { state: "published" },
    select: { id: true, name: true },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
  });

/** Chooses among programmes: the one asked for, else the first. Throws a 404 for one that is not among them. */
export function chooseProgramme(programmes: ProgrammeChoice[], asked: string | null): ProgrammeChoice | null {
  if (!asked) return programmes[0] ?? null;
  const found = isUuid(asked) && programmes.find(({ id }) => id === asked);
  if (!found) throw new Response("Not found", { status: 404 });
  return found;
}

// One statement for the whole board. Whether a plan is overdue comes from its date and today, never from a stored state.
const countBoard = (tx: Tx, programmeId: string, today: string) => tx.$queryRaw<BoardRow[]>`
  WITH counted AS (
    SELECT council_code,
      count(*) FILTER (WHERE NOT has_ended)::int AS needed,
      count(*) FILTER (WHERE plan_state = 'identified')::int AS not_started,
      count(*) FILTER (WHERE plan_state = 'challenged')::int AS challenged,
      count(*) FILTER (WHERE plan_state = 'drafting')::int AS drafting,
      count(*) FILTER (WHERE plan_state IN ('submitted', 'inReview', 'awaitingSecondApproval'))::int AS submitted,
      count(*) FILTER (WHERE plan_state = 'returned')::int AS returned,
      count(*) FILTER (WHERE plan_state = 'approved')::int AS approved,
      count(*) FILTER (WHERE has_ended)::int AS ended,
      count(*) FILTER (WHERE owed AND due_on < ${today}::date)::int AS overdue,
      (min(due_on) FILTER (WHERE owed))::text AS next_due_on
    FROM (SELECT council_code, plan_state, due_on, plan_state IN (${Prisma.join([...owedStates])}) AS owed,
            plan_state IN (${Prisma.join([...finalStates])}) AS has_ended
          FROM school_cases WHERE programme_id = ${programmeId}::uuid) cases
    GROUP BY council_code)
  SELECT c.code, c.name, c.region, m.cohort,
    coalesce(n.needed, 0) AS needed, coalesce(n.not_started, 0) AS "notStarted",
    coalesce(n.challenged, 0) AS challenged, coalesce(n.drafting, 0) AS drafting,
    coalesce(n.submitted, 0) AS submitted, coalesce(n.returned, 0) AS returned,
    coalesce(n.approved, 0) AS approved, coalesce(n.ended, 0) AS ended, coalesce(n.overdue, 0) AS overdue,
    n.next_due_on AS "nextDueOn"
  FROM councils c
  LEFT JOIN counted n ON n.council_code = c.code
  LEFT JOIN cohort_memberships m ON m.council_code = c.code AND m.programme_id = ${programmeId}::uuid
  WHERE n.council_code IS NOT NULL OR m.council_code IS NOT NULL
  ORDER BY c.name, c.code`;

/**
 * Every council of a programme with its plans by state, as they stand on `today` ("2027-02-26" in Europe/London). For
 * admins. Throws a 404 for a programme that is not published.
 */
export async function getBoard(asked: { actor: Actor; programmeId: string | null; today: string }): Promise<Board> {
  return asActor(asked.actor, async (tx) => {
    const programmes = await listPublishedProgrammes(tx);
    const programme = chooseProgramme(programmes, asked.programmeId);
    return { programmes, programme, rows: programme ? await countBoard(tx, programme.id, asked.today) : [] };
  });
}
