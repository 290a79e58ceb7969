import { createHash } from "node:crypto";
import { applyEvent } from "~/plans/apply-event.server";
import { system } from "~/platform/actor";
import { asActor, asActorInBulk } from "~/platform/db.server";
import { meetsExitRule } from "./exit-rule";
import { loadSchoolSeries } from "./load-school-series.server";
import { isMeasureId } from "./measures";
import { lastYears } from "./rule-version";

const actor = system("record-results");
const BATCH = 25;

type ProgrammeColumns = { id: string; measure: string; floor: string; exitYears: number };
type Found = { caseId: string; year: number; exitRuleMet: boolean };

/** The same file recorded again, by a job that was cut off, asks with the same key and so has its effect once. */
function commandOf(fileId: string, caseId: string): string {
  const hex = createHash("sha256").update(`record-results:${fileId}:${caseId}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** The open cases of one programme whose school has a newly published value of a later year from this file. */
async function findCases(fileId: string, { id, measure, floor, exitYears }: ProgrammeColumns): Promise<Found[]> {
  if (!isMeasureId(measure)) return [];
  return asActorInBulk(actor, async (client) => {
    const { rows } = await client.query<{ caseId: string; schoolId: string; year: number }>(
      `SELECT c.id AS "caseId", c.school_id AS "schoolId", max(r.year)::int AS year
         FROM school_cases c
         JOIN programmes p ON p.id = c.programme_id
         JOIN results r ON r.school_id = c.school_id AND r.measure = p.measure AND r.year > p.latest_year
        WHERE c.programme_id = $1 AND c.ended_at IS NULL AND r.file_id = $2 AND r.value IS NOT NULL
        GROUP BY c.id, c.school_id ORDER BY c.id`,
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
    for (let from = 0; from < found.length; from += BATCH) {
      recorded += await asActor(actor, async (tx) => {
        let count = 0;
        for (const { caseId, year, exitRuleMet } of found.slice(from, from + BATCH)) {
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
  }
  return { recorded };
}
