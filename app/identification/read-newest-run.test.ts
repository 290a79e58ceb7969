import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { importScene, makeProgramme, makeRun } from "~/programmes/programme.fixture";
import { compareRuns } from "./compare-runs.server";
import { readNewestRun, readSentences } from "./read-newest-run.server";
import { asService, closeResultsDatabase, openResultsDatabase } from "./results-database.fixture";

let admin: PersonActor;
let programmeId: string;
let [earlier, runId] = ["", ""];

beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  await importScene(admin);
  programmeId = await makeProgramme(admin);
  earlier = await makeRun(admin, programmeId);
  runId = await makeRun(admin, programmeId);
});
afterAll(closeResultsDatabase);

const schoolsAt = (laestabs: string[]) =>
  asService(async (tx) => {
    const rows = await tx.school.findMany({ where: { laestab: { in: laestabs } }, orderBy: { laestab: "asc" } });
    return rows.map(({ id }) => id);
  });
const read = (end: string) =>
  asActorInBulk(admin, async (client) => {
    const newest = await readNewestRun(client, programmeId);
    return newest && { ...newest, said: (await readSentences(client, newest, [end])).get(end) };
  });
const keptOf = (schoolId: string) => asService((tx) => tx.runSchool.findFirstOrThrow({ where: { runId, schoolId } }));
/** Each school continues the one before it, and no other of them does any more. */
const inLine = (ids: readonly string[]) =>
  asService(async (tx) => {
    await tx.school.updateMany({ where: { id: { in: [...ids] } }, data: { predecessorId: null } });
    for (const [at, id] of ids.entries())
      await tx.school.update({ where: { id }, data: { predecessorId: ids[at - 1] ?? null } });
  });

describe("what the newest run says of a line of schools", () => {
  it("is its own row of the school that the line ends with, also where it holds one that this came to continue", async () => {
    const ids = await schoolsAt(["0022201", "0022204"]);
    for (const line of [ids, [...ids].reverse()]) {
      await inLine(line);
      const [before = "", end = ""] = line;
      const [found, own] = [await read(end), await keptOf(end)];
      expect(found?.schools.get(end)).toMatchObject({ eligible: own.eligible, flagged: own.flagged });
      expect(found?.said).toBe(own.sentence);
      expect(found?.schools.has(before)).toBe(false);
    }
  });

  it("is the row of the nearest to the end where it holds several that this continues, whatever their ids", async () => {
    const [low = "", first = "", second = ""] = await schoolsAt(["0022201", "0022202", "0022203"]);
    const end = await asService(async (tx) => {
      const { id: _, urn: __, ...columns } = await tx.school.findUniqueOrThrow({ where: { id: first } });
      return (await tx.school.create({ data: { ...columns, urn: "950299" } })).id;
    });
    for (const line of [
      [low, first, second],
      [second, first, low],
      [second, low, first],
    ]) {
      await inLine([...line, end]);
      const near = line[2] ?? "";
      const [found, held] = [await read(end), await keptOf(near)];
      expect(found?.idsIn.get(end)).toBe(near);
      expect(found?.said).toBe(held.sentence);
      expect(found?.schools.get(end)).toMatchObject({ flagged: near === low });
      expect([...(found?.schools.keys() ?? [])].filter((id) => line.includes(id))).toEqual([]);
      // Beside each other two runs take the same row.
      const asked = { actor: admin, one: earlier, other: runId, list: "flagged", page: 1, pageSize: 50 } as const;
      expect((await compareRuns(asked)).counts).toMatchObject({ flagged: 0, cleared: 0, values: 0, added: 0, gone: 0 });
    }
  });
});
