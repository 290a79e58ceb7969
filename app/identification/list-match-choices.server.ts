import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import { isBeingWorkedOn, isListed } from "./file-state";
import { askMatchChoice, type ChoiceRow } from "./ask-match-choice";
import { describeCandidates } from "./describe-candidates.server";
import { CHOICES_A_PAGE, type MatchChoice, NONE } from "./match-choice";

/**
 * What is to be chosen for a file, the undecided first. A results file: rows whose number several schools could be meant
 * by. A list of schools: rows that could be a stored school without URN; and, once it is taken over, schools whose
 * history several could be. `decided` is a school's id, or "none".
 */
const allRows = (tx: Tx, fileId: string) => tx.$queryRaw<ChoiceRow[]>`
  (SELECT DISTINCT ON (m.laestab) 'number' AS kind, m.line, m.laestab AS number, NULL AS urn, m.name, NULL AS id,
          m.candidate_ids::text[] AS candidates,
          CASE WHEN c.laestab IS NOT NULL AND c.school_id IS NULL THEN ${NONE}
               WHEN c.school_id = ANY (m.candidate_ids) THEN c.school_id::text END AS decided,
          count(*) OVER (PARTITION BY m.laestab)::int AS rows
     FROM staged_unmatched m LEFT JOIN laestab_choices c ON c.laestab = m.laestab WHERE m.file_id = ${fileId}::uuid
    ORDER BY m.laestab, m.line)
  UNION ALL
  SELECT 'urn', t.line, t.laestab, t.urn, t.name, NULL, t.candidate_ids::text[],
         CASE WHEN c.urn IS NOT NULL AND c.school_id IS NULL THEN ${NONE}
              WHEN c.school_id = ANY (t.candidate_ids) AND c.rows = 1 THEN c.school_id::text END, 1
    FROM staged_schools t
    LEFT JOIN (SELECT own.line, choice.*, count(*) OVER (PARTITION BY choice.school_id) AS rows
                 FROM staged_schools own JOIN urn_choices choice ON choice.urn = own.urn
                WHERE own.file_id = ${fileId}::uuid
                  AND (choice.school_id IS NULL OR choice.school_id = ANY (own.candidate_ids))) c ON c.line = t.line
   WHERE t.file_id = ${fileId}::uuid AND cardinality(t.candidate_ids) > 0
  UNION ALL
  SELECT 'later', NULL, s.laestab::text, s.urn, s.name, s.id::text, array_agg(l.from_id::text ORDER BY l.from_id),
         CASE WHEN bool_and(l.continues IS NOT NULL)
              THEN coalesce(max(l.from_id::text) FILTER (WHERE l.continues), ${NONE}) END, 0
    FROM school_links l JOIN schools s ON s.id = l.to_id
   WHERE l.in_order AND l.to_id IN (
           SELECT to_id FROM school_links
            WHERE file_id = ${fileId}::uuid AND in_order AND (continues IS NULL OR decided_by_id IS NOT NULL))
   GROUP BY s.id
  UNION ALL
  SELECT 'pair', NULL, s.laestab::text, s.urn, s.name, s.id::text, ARRAY[l.from_id::text],
         CASE WHEN l.continues IS NOT NULL THEN ${NONE} END, 0
    FROM school_links l JOIN schools s ON s.id = l.to_id WHERE l.file_id = ${fileId}::uuid AND NOT l.in_order
   ORDER BY 8 NULLS FIRST, 1, 2, 3, 6, 7`;

/** Whether there can be anything to choose for a file in this state, or will be in a moment. */
export const hasChoices = (state: string): boolean => isListed(state) || isBeingWorkedOn(state);

/**
 * All choices of a file with their options, and how many rows of the file wait for them; inside a transaction that is
 * already open.
 */
export async function readMatchChoices(
  tx: Tx,
  fileId: string,
  page: number | null,
): Promise<{ choices: MatchChoice[]; total: number; undecided: number; undecidedRows: number }> {
  const rows = await allRows(tx, fileId);
  const shown = page === null ? rows : rows.slice((page - 1) * CHOICES_A_PAGE, page * CHOICES_A_PAGE);
  const ids = shown.flatMap(({ candidates, kind, id }) => (kind === "pair" && id ? [...candidates, id] : candidates));
  const schools = await describeCandidates(tx, ids);
  const undecided = rows.filter(({ decided }) => decided === null);
  return {
    choices: shown.map((row) => askMatchChoice(row, schools)),
    total: rows.length,
    undecided: undecided.length,
    undecidedRows: undecided.reduce((sum, row) => sum + row.rows, 0),
  };
}

/**
 * One page (from 1) of the choices of a file, or all of them (`page` null); for admins. 404 where there is no such file, or
 * it was put aside or taken back.
 */
export async function listMatchChoices({
  actor,
  fileId,
  page,
}: {
  actor: Actor;
  fileId: string | undefined;
  page: number | null;
}): Promise<{
  file: { id: string; filename: string; kind: string; state: string };
  choices: MatchChoice[];
  total: number;
  undecided: number;
  pages: number;
}> {
  const id = requireId(fileId);
  return asActor(actor, async (tx) => {
    const file = await tx.resultsFile.findUnique({
      where: { id },
      select: { id: true, filename: true, kind: true, state: true },
    });
    if (!file || !hasChoices(file.state)) throw new Response("Not found", { status: 404 });
    const { choices, total, undecided } = await readMatchChoices(tx, id, page);
    return { file, choices, total, undecided, pages: Math.max(1, Math.ceil(total / CHOICES_A_PAGE)) };
  });
}
