import type pg from "pg";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { errorFacts, log } from "~/platform/log.server";
import { applyFloorRule, type FloorOutcome } from "./floor-rule";
import { loadSchoolSeries, type StoredSeries } from "./load-school-series.server";
import { type ProgrammeRule, toFloorRule } from "./rule-version";
import { resultsLock } from "./take-over-results-file.server";

/** The job that applies the rule to every stored school and keeps, for each, values, codes and the sentence. */
export async function runIdentification({ runId }: { runId: string }): Promise<void> {
  const actor = system("run-identification");
  try {
    await asActorInBulk(actor, async (client) => {
      const found = await client.query<{ rule: ProgrammeRule }>(
        "SELECT rule FROM identification_runs WHERE id = $1 AND state = 'waiting' FOR UPDATE",
        [runId],
      );
      const rule = found.rows[0] && toFloorRule(found.rows[0].rule);
      if (!rule) return;
      // Not while a file is taken over: what the run reads must be what its list of files says.
      await client.query(resultsLock);
      await client.query(
        `UPDATE identification_runs SET files = coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', id, 'filename', filename, 'checksum', checksum, 'years', years)
                            ORDER BY taken_over_at, id)
             FROM results_files WHERE state = 'takenOver' AND $2 = ANY (measures)), '[]') WHERE id = $1`,
        [runId, rule.measure],
      );
      const years = [...new Set([...(rule.concernYears ?? []), ...rule.years])];
      const schools = await loadSchoolSeries(client, { measure: rule.measure, years });
      const outcome = applyFloorRule(schools, rule);
      await storeSchools(client, runId, outcome);
      await storeCouncils(client, runId, outcome);
      await storeCounts(client, runId, outcome);
    });
  } catch (error) {
    log("error", "An identification run could not be finished", errorFacts(error));
    await asActorInBulk(actor, (client) =>
      client.query(
        "UPDATE identification_runs SET state = 'failed', failure = 'The run could not be finished.' WHERE id = $1 AND state = 'waiting'",
        [runId],
      ),
    );
    throw error;
  }
}

async function storeSchools(
  client: pg.PoolClient,
  runId: string,
  { verdicts }: FloorOutcome<StoredSeries>,
): Promise<void> {
  await client.query(
    `INSERT INTO run_schools (run_id, school_id, council_code, eligible, flagged, first_concern, boundary, "values", sentence, margin)
     SELECT $1, school_id, council_code, eligible, flagged, first_concern, boundary, "values", sentence, margin
       FROM unnest($2::uuid[], $3::text[], $4::bool[], $5::bool[], $6::bool[], $7::bool[], $8::jsonb[], $9::text[], $10::numeric[])
         AS v (school_id, council_code, eligible, flagged, first_concern, boundary, "values", sentence, margin)`,
    [
      runId,
      verdicts.map(({ school }) => school.id),
      verdicts.map(({ school }) => school.councilCode),
      verdicts.map(({ eligible }) => eligible),
      verdicts.map(({ flagged }) => flagged),
      verdicts.map(({ firstConcern }) => firstConcern),
      verdicts.map(({ boundary }) => boundary),
      verdicts.map(({ values, codes }) => JSON.stringify({ values, codes })),
      verdicts.map(({ reason, concernReason }) => concernReason ?? reason),
      verdicts.map(({ margin }) => margin),
    ],
  );
}

async function storeCouncils(
  client: pg.PoolClient,
  runId: string,
  { councils }: FloorOutcome<StoredSeries>,
): Promise<void> {
  await client.query(
    `INSERT INTO run_councils (run_id, council_code, eligible, flagged, proportion)
     SELECT $1, * FROM unnest($2::text[], $3::int[], $4::int[], $5::numeric[])`,
    [
      runId,
      councils.map(({ code }) => code),
      councils.map(({ eligible }) => eligible),
      councils.map(({ flagged }) => flagged),
      councils.map(({ proportion }) => proportion),
    ],
  );
}

const storeCounts = (client: pg.PoolClient, runId: string, outcome: FloorOutcome<StoredSeries>) =>
  client.query(
    `UPDATE identification_runs SET state = 'proposed', schools_read = $2, eligible = $3, flagged = $4, first_concern = $5,
            boundary = $6, version = version + 1 WHERE id = $1`,
    [
      runId,
      outcome.verdicts.length,
      outcome.eligible,
      outcome.flagged,
      outcome.verdicts.filter(({ firstConcern }) => firstConcern).length,
      outcome.verdicts.filter(({ boundary }) => boundary).length,
    ],
  );
