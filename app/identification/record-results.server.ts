import { applyEvent } from "~/plans/apply-event.server";
import { system } from "~/platform/actor";
import { asActor, asActorInBulk } from "~/platform/db.server";
import { deriveId } from "~/platform/derive-id";
import { meetsExitRule } from "./exit-rule";
import { loadSchoolSeries } from "./load-school-series.server";
import { isMeasureId } from "./measures";
import { lastYears } from "./rule-version";

const actor = system("record-results");
const BATCH = 25;

type ProgrammeColumns = { id: string; measure: string; floor: string; exitYears: number };
type Found = { caseId: string; year: number; exitRuleMet: boolean };

/** The same file recorded again, by a job that was cut off, asks with the same key and so has its effect once. */
export const commandOf = (fileId: string, caseId: string): string => deriveId("record-results", fileId, caseId);

/**
 * The open cases of one programme whose school, or one that it goes on as, has a newly published value of a later year
 * from this file. A case stays with the school that it was opened for until an admin moves it, and its results do not
 * wait for that.
 */
async function findCases(fileId: string, { id, measure, floor, exitYears }: ProgrammeColumns): Promise<Found[]> {
  if (!isMeasureId(measure)) return [];
  return asActorInBulk(actor, async (client) => {
    const { rows } = await client.query<{ caseId: string; schoolId: string; year: number }>(
      `WITH RECURSIVE line AS (
         SELECT id AS case_id, school_id AS id, 0 AS step FROM school_cases
          WHERE programme_id = $1 AND ended_at IS NULL
         UNION ALL
         SELECT line.case_id, s.id, line.step + 1 FROM line JOIN schools s ON s.predecessor_id = line.id
          WHERE line.step < 20),
       latest AS (SELECT DISTINCT ON (case_id) case_id, id FROM line ORDER BY case_id, step DESC, id)
       SELECT line.case_id AS "caseId", latest.id AS "schoolId", max(r.year)::int AS year
         FROM line
         JOIN latest ON latest.case_id = line.case_id
         JOIN programmes p ON p.id = $1
         JOIN results r ON r.school_id = line.id AND r.measure = p.measure AND r.year > p.latest_year
        WHERE r.file_id = $2 AND r.value IS NOT NULL
        GROUP BY line.case_id, latest.id ORDER BY line.case_id`,
      [id, fileId],
    );
    if (rows.length === 0) return [];
    const years = [...new Set(rows.flatMap(({ year }) => lastYears(year, exitYears)))];
    const series = new Map((await loadSchoolSeries(client, { measure, years })).map((school) => [school.id, school]));
    return rows.map(({ caseId, schoolId, year }) => ({
      caseId,
      year,
      exitRuleMet: meetsExitRule(series.get(schoolId)?.results ?? [], { floor, exitYears, year }),
    }));
  });
}

/** Tells cases of one programme, a few in one transaction: none where the file was taken back since they were listed. */
async function tellCases(fileId: string, cases: readonly Found[], now: Date): Promise<number> {
  return asActor(actor, async (tx) => {
    // Whoever takes the file back meanwhile waits, and finds that cases have recorded its results.
    const [file] = await tx.$queryRaw<unknown[]>`
      SELECT id FROM results_files WHERE id = ${fileId}::uuid AND state = 'takenOver' FOR SHARE`;
    if (!file) return 0;
    let count = 0;
    for (const { caseId, year, exitRuleMet } of cases) {
      // Somebody may have ended the case since it was listed: an ended case would refuse the event.
      const [open] = await tx.$queryRaw<unknown[]>`
        SELECT id FROM school_cases WHERE id = ${caseId}::uuid AND ended_at IS NULL FOR UPDATE`;
      if (!open) continue;
      const event = { type: "RECORD_RESULTS", year, exitRuleMet } as const;
      const applied = await applyEvent(tx, { actor, caseId, event, commandId: commandOf(fileId, caseId), now });
      if (applied.eventId && !applied.repeated) count += 1;
    }
    return count;
  });
}

/**
 * The job that tells every open case which later results its school has published with a file that was taken over, and
 * whether they meet the programme's exit rule: an approved case leaves the programme, any other is marked for an admin.
 * Each batch is a transaction of its own.
 */
export async function recordResults({ fileId, now }: { fileId: string; now: Date }): Promise<{ recorded: number }> {
  const programmes = await asActorInBulk(actor, (client) =>
    client.query<ProgrammeColumns>(
      `SELECT p.id, p.measure, trim_scale(p.floor)::text AS floor, p.exit_years AS "exitYears"
         FROM programmes p JOIN results_files f ON p.measure = ANY (f.measures)
        WHERE f.id = $1 AND f.state = 'takenOver' AND p.state = 'published' AND p.latest_year < ANY (f.years)`,
      [fileId],
    ),
  );
  let recorded = 0;
  for (const programme of programmes.rows) {
    const found = await findCases(fileId, programme);
    for (let from = 0; from < found.length; from += BATCH)
      recorded += await tellCases(fileId, found.slice(from, from + BATCH), now);
  }
  return { recorded };
}
