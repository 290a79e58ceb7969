import type pg from "pg";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { errorFacts, log } from "~/platform/log.server";
import type { FloorRule } from "./floor-rule";
import { isGivenUp } from "./is-given-up";
import { resultsLock } from "./lock-results.server";
import { planForAll, ruleParameters, ruleTables, toldTables } from "./rule-tables";
import { readRule, toFloorRule } from "./rule-version";

/** The job that applies the rule to every stored school and keeps, for each, values, codes and the sentence. */
export async function runIdentification({ runId }: { runId: string }): Promise<void> {
  const actor = system("run-identification");
  try {
    await asActorInBulk(actor, async (client) => {
      // Not while a file is taken over or back: what the run reads must be what its list of files says.
      await client.query(resultsLock);
      const found = await client.query<{ rule: unknown }>(
        "SELECT rule FROM identification_runs WHERE id = $1 AND state = 'waiting' FOR UPDATE",
        [runId],
      );
      const rule = found.rows[0] && toFloorRule(readRule(found.rows[0].rule));
      if (!rule) return;
      await client.query(
        `UPDATE identification_runs SET files = coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', id, 'filename', filename, 'checksum', checksum, 'years', years)
                            ORDER BY taken_over_at, id)
             FROM results_files WHERE state = 'takenOver' AND $2 = ANY (measures)), '[]') WHERE id = $1`,
        [runId, rule.measure],
      );
      await client.query(planForAll);
      await storeSchools(client, runId, rule);
      await storeCouncils(client, runId);
      await storeCounts(client, runId);
    });
  } catch (error) {
    if (isGivenUp(error)) throw error;
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

/** The rule and its words for every school, stored by the statement that works them out. */
const storeSchools = (client: pg.PoolClient, runId: string, rule: FloorRule) =>
  client.query(
    `WITH RECURSIVE ${ruleTables}, wanted AS (SELECT school_id FROM verdicts), ${toldTables}
     INSERT INTO run_schools (run_id, school_id, council_code, eligible, flagged, first_concern, boundary, "values", sentence, margin)
     SELECT $11::uuid, school_id, council_code, eligible, flagged, first_concern, boundary, kept, sentence, margin FROM explained`,
    [...ruleParameters(rule), runId],
  );

const storeCouncils = (client: pg.PoolClient, runId: string) =>
  client.query(
    `INSERT INTO run_councils (run_id, council_code, eligible, flagged, proportion)
     SELECT run_id, council_code, count(*), count(*) FILTER (WHERE flagged), count(*) FILTER (WHERE flagged)::numeric / count(*)
       FROM run_schools WHERE run_id = $1 AND eligible GROUP BY run_id, council_code`,
    [runId],
  );

const storeCounts = (client: pg.PoolClient, runId: string) =>
  client.query(
    `UPDATE identification_runs SET state = 'proposed', version = version + 1, schools_read = c.read,
            eligible = c.eligible, flagged = c.flagged, first_concern = c.first_concern, boundary = c.boundary
       FROM (SELECT count(*) AS read, count(*) FILTER (WHERE s.eligible) AS eligible, count(*) FILTER (WHERE s.flagged) AS flagged,
                    count(*) FILTER (WHERE s.first_concern) AS first_concern, count(*) FILTER (WHERE s.boundary) AS boundary
               FROM run_schools s WHERE s.run_id = $1) c
      WHERE id = $1`,
    [runId],
  );
