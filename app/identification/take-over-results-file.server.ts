import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, system } from "~/platform/actor";
import { addJob } from "~/platform/add-job.server";
import { asActor, asActorInBulk } from "~/platform/db.server";
import { readKeptFile, summarise } from "./check-results-file.server";
import { type Comparison, compareWithStored } from "./compare-with-stored";
import { loadStoredSchools } from "./load-stored-schools.server";
import type { ResultsFile } from "./read-results-file";

/** Asks the worker to take a checked file over. False where the file is not waiting for that (any more). */
export async function takeOverResultsFile({
  actor,
  fileId,
  now,
}: {
  actor: Actor;
  fileId: string;
  now: Date;
}): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const { count } = await tx.resultsFile.updateMany({
      where: { id: fileId, state: "checked" },
      data: {
        state: "takingOver",
        takenOverById: actor.kind === "person" ? actor.personId : null,
        takenOverAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 1) await addJob(tx, "take-over-results-file", { fileId }, `take-over:${fileId}`);
    return count === 1;
  });
}

/**
 * The job that takes a file over: schools and results in one transaction, all or nothing. It is read and compared again
 * here, so that what was taken over in the meantime counts.
 */
export async function applyResultsFile({ fileId }: { fileId: string }): Promise<void> {
  await asActorInBulk(system("take-over-results-file"), async (client) => {
    // Two files are never taken over at the same moment: the second compares with what the first left.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('take-over-results-file'))");
    const read = await readKeptFile(client, fileId);
    if (!read?.outcome.ok || read.kept.state !== "takingOver") return;
    const { file } = read.outcome;
    const stored = await loadStoredSchools(client, file);
    const comparison = compareWithStored(file.rows, stored.schools, stored.results);
    if (comparison.errors.length > 0) {
      await client.query("UPDATE results_files SET state = 'refused', errors = $2 WHERE id = $1", [
        fileId,
        JSON.stringify({ errors: comparison.errors, count: comparison.errors.length }),
      ]);
      return;
    }
    const ids = await storeSchools(client, file, comparison);
    await storeResults(client, fileId, file.year, comparison, ids);
    await client.query(
      "UPDATE results_files SET state = 'takenOver', summary = $2, version = version + 1 WHERE id = $1",
      [fileId, JSON.stringify(summarise(file, comparison))],
    );
  });
}

/** Adds the new schools, brings the known ones up to what the file says, links conversions; answers ids in the rows' order. */
async function storeSchools(client: pg.PoolClient, file: ResultsFile, { matched }: Comparison): Promise<string[]> {
  const ids = matched.map(({ school }) => school?.id ?? randomUUID());
  const columns = [
    ids,
    matched.map(({ row, school }) => row.urn ?? school?.urn ?? null),
    matched.map(({ laestab }) => laestab),
    matched.map(({ row }) => row.name),
    matched.map(({ row }) => row.councilCode),
    matched.map(() => file.layout.phase),
    matched.map(({ row }) => row.schoolType),
    matched.map(({ row }) => row.mainstream),
    matched.map(({ row }) => row.open),
    matched.map(({ row }) => row.town ?? ""),
    matched.map(({ row }) => row.postcode ?? ""),
  ];
  await client.query(
    `INSERT INTO schools (id, urn, laestab, name, council_code, phase, type, mainstream, open, town, postcode)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[],
                          $9::bool[], $10::text[], $11::text[])
     ON CONFLICT (id) DO UPDATE SET urn = excluded.urn, laestab = excluded.laestab, name = excluded.name,
       council_code = excluded.council_code, phase = excluded.phase, type = excluded.type,
       mainstream = excluded.mainstream, open = excluded.open, town = excluded.town, postcode = excluded.postcode`,
    columns,
  );
  const converted = matched.flatMap(({ row }, at) =>
    row.convertedToUrn ? [{ id: ids[at]!, to: row.convertedToUrn }] : [],
  );
  await client.query(
    `UPDATE schools SET predecessor_id = c.id FROM unnest($1::uuid[], $2::text[]) AS c (id, successor_urn)
      WHERE schools.urn = c.successor_urn AND schools.id <> c.id AND schools.predecessor_id IS DISTINCT FROM c.id`,
    [converted.map(({ id }) => id), converted.map(({ to }) => to)],
  );
  return ids;
}

async function storeResults(
  client: pg.PoolClient,
  fileId: string,
  fileYear: number,
  { matched }: Comparison,
  ids: string[],
): Promise<void> {
  // The pupils that a file counts are those of its own year, not of the earlier years it repeats.
  const pupilsOf = (year: number, pupils: number | null) => (year === fileYear ? pupils : null);
  const results = matched.flatMap(({ row }, at) =>
    row.results.map((result) => ({ ...result, schoolId: ids[at]!, pupils: pupilsOf(result.year, row.eligiblePupils) })),
  );
  await client.query(
    `INSERT INTO results (school_id, measure, year, value, code, pupils, file_id)
     SELECT school_id, measure, year, value, code, pupils, $7
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::numeric[], $5::text[], $6::int[])
         AS r (school_id, measure, year, value, code, pupils)
     ON CONFLICT (school_id, measure, year) DO UPDATE
       SET value = excluded.value, code = excluded.code, pupils = excluded.pupils, file_id = excluded.file_id
       WHERE (results.value, results.code) IS DISTINCT FROM (excluded.value, excluded.code)`,
    [
      results.map(({ schoolId }) => schoolId),
      results.map(({ measure }) => measure),
      results.map(({ year }) => year),
      results.map(({ value }) => value),
      results.map(({ code }) => code),
      results.map(({ pupils }) => pupils),
      fileId,
    ],
  );
}
