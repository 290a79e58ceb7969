import { Prisma } from "~/generated/prisma/client";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { schoolNumber } from "~/schools/school-number";
import { describeStanding } from "~/schools/school-standing";
import { askMatchChoice, type ChoiceRow } from "./ask-match-choice";
import { describeCandidates } from "./describe-candidates.server";
import { historyCandidates } from "./history-candidates.server";
import { type ComparedSchool, type HistoryQuestion, readHistoryKey } from "./history-question";
import { NONE } from "./match-choice";

type QuestionRow = ChoiceRow & {
  id: string;
  kind: "later" | "pair";
  waits: boolean;
  version: string;
  said: { id: string; by: string; on: string | null }[];
};

/** Every question of a school's history, decided or not: a school with those that it could continue, and undecided pairs. */
const questions = Prisma.sql`
  SELECT 'later' AS kind, NULL::int AS line, s.laestab::text AS number, s.urn, s.name, s.id::text, 0 AS rows,
         array_agg(c.from_id::text ORDER BY e.name, c.from_id) AS candidates,
         CASE WHEN bool_and(c.continues IS NOT NULL)
              THEN coalesce(max(c.from_id::text) FILTER (WHERE c.continues), ${NONE}) END AS decided,
         bool_or(c.continues IS NULL) AS waits,
         md5(string_agg(concat_ws(' ', c.from_id, c.continues, c.said_by), ',' ORDER BY c.from_id)) AS version,
         jsonb_agg(jsonb_build_object('id', c.from_id, 'by', c.said_by, 'on', c.established_on)) AS said
    FROM (${historyCandidates}) c JOIN schools s ON s.id = c.school_id JOIN schools e ON e.id = c.from_id
   GROUP BY s.id
  UNION ALL
  SELECT 'pair', NULL, s.laestab::text, s.urn, s.name, s.id::text, 0, ARRAY[l.from_id::text], NULL, true, 'undecided',
         jsonb_build_array(jsonb_build_object('id', l.from_id, 'by', coalesce(f.filename, 'An earlier record'), 'on', l.established_on))
    FROM school_links l JOIN schools s ON s.id = l.to_id LEFT JOIN results_files f ON f.id = l.file_id
   WHERE NOT l.in_order AND l.continues IS NULL`;

/** How many histories wait for a person. */
export async function countWaitingHistories(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${questions}) q WHERE waits`;
  return row?.count ?? 0;
}

/** One page of the histories that wait for a person, by the name of the later school. */
export async function readWaitingHistories(tx: Tx, { from, count }: { from: number; count: number }) {
  const rows = await tx.$queryRaw<QuestionRow[]>`
    SELECT * FROM (${questions}) q WHERE waits ORDER BY name, id, kind, candidates LIMIT ${count} OFFSET ${from}`;
  return describeQuestions(tx, rows);
}

/** The question of a key, whether it waits or was decided; null where there is none. */
export async function findHistoryQuestion(tx: Tx, key: string): Promise<HistoryQuestion | null> {
  const about = readHistoryKey(key);
  if (!about) return null;
  const { fromId, toId } = about;
  const rows = await tx.$queryRaw<QuestionRow[]>`
    SELECT * FROM (${questions}) q WHERE id = ${toId} AND kind = ${fromId ? "pair" : "later"}
       AND (kind = 'later' OR candidates = ARRAY[${fromId}])`;
  return (await describeQuestions(tx, rows))[0] ?? null;
}

async function describeQuestions(tx: Tx, rows: readonly QuestionRow[]): Promise<HistoryQuestion[]> {
  const ids = [...new Set(rows.flatMap(({ id, candidates }) => [id, ...candidates]))];
  const words = await describeCandidates(tx, ids);
  const compared = await compareSchools(tx, ids);
  const decisions = await readDecisions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, candidates, said, waits, version } = row;
    const choice = askMatchChoice(row, words);
    const schools = [id, ...candidates].flatMap((schoolId): ComparedSchool[] => {
      const found = compared.get(schoolId);
      if (!found) return [];
      const by = said.find((candidate) => candidate.id === schoolId);
      const goesOnAt = schoolId === id || found.goesOnAt?.id === id ? null : found.goesOnAt;
      return [{ ...found, goesOnAt, saidBy: by?.by ?? null, establishedOn: by?.on ?? null }];
    });
    return { key: choice.key, schoolId: id, choice, schools, waits, version, decisions: decisions.get(id) ?? [] };
  });
}

async function compareSchools(tx: Tx, ids: readonly string[]): Promise<Map<string, ComparedSchool>> {
  const schools = await tx.school.findMany({
    where: { id: { in: [...ids] } },
    include: { council: { select: { name: true } }, successors: { select: { id: true, name: true }, take: 1 } },
  });
  const results = await tx.result.findMany({
    where: { schoolId: { in: [...ids] } },
    select: { schoolId: true, measure: true, year: true, value: true, code: true },
    orderBy: [{ measure: "asc" }, { year: "desc" }],
  });
  const day = (date: Date | null) => date && isoDate(date);
  return new Map(
    schools.map((school) => {
      const { id, name, urn, laestab, type, open, status } = school;
      const [openedOn, closedOn] = [day(school.openedOn), day(school.closedOn)];
      const standing = describeStanding({
        ...{ open, status, openedOn, closedOn, closedByAdminOn: day(school.closedByAdminOn) },
      });
      const own = results.flatMap(({ schoolId, measure, year, value, code }) => {
        const shown = value !== null ? `${Number(value)}%` : code ? `no figure (${code})` : "no figure";
        return schoolId === id ? [{ measure, year, words: shown }] : [];
      });
      const facts = { id, name, urn, number: schoolNumber(laestab), council: school.council.name, type, standing };
      const goesOnAt = school.successors[0] ?? null;
      return [id, { ...facts, openedOn, closedOn, saidBy: null, establishedOn: null, goesOnAt, results: own }] as const;
    }),
  );
}

async function readDecisions(tx: Tx, ids: readonly string[]) {
  const rows = await tx.historyDecision.findMany({
    where: { schoolId: { in: [...ids] } },
    include: { continues: { select: { name: true, urn: true } } },
    orderBy: [{ id: "desc" }],
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ decidedById }) => decidedById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const bySchool = new Map<string, HistoryQuestion["decisions"]>();
  for (const { schoolId, continues, decidedById, decidedAt, reason } of rows) {
    const urn = continues?.urn ? ` (URN ${continues.urn})` : "";
    const told = continues ? `Continues ${continues.name}${urn}` : "Continues no other school";
    const by = names.get(decidedById ?? "") ?? "The service";
    const known = bySchool.get(schoolId) ?? [];
    bySchool.set(schoolId, [...known, { at: decidedAt.toISOString(), by, words: told, reason }]);
  }
  return bySchool;
}
