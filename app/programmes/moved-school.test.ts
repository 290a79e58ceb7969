import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asService, closeResultsDatabase, noon, openResultsDatabase } from "~/identification/results-database.fixture";
import { listNotices } from "~/notifications/list-notices.server";
import { tellOfPublication } from "~/notifications/tell-of-publication.server";
import type { PersonActor } from "~/platform/actor";
import { inCouncil, person } from "~/reviews/review-scene.fixture";
import { getCouncilPublication } from "./get-council-publication.server";
import { getPublicationPreview } from "./get-publication-preview.server";
import { getPublicationStanding } from "./get-publication-standing.server";
import { listOpenings } from "./list-openings.server";
import { confirmAll, importScene, makeProgramme, makeRun } from "./programme.fixture";
import { publishRun } from "./publish-run.server";

const today = "2026-11-24";
const later = new Date(noon.getTime() + 60_000);
let admin: PersonActor;
let runId: string;
let preview: Awaited<ReturnType<typeof getPublicationPreview>>;

// Of two schools that have a case with one council and have moved to another since, one was its council's only one.
beforeAll(async () => {
  ({ admin } = await openResultsDatabase());
  await importScene(admin);
  const programmeId = await makeProgramme(admin, { cohortSize: 1 });
  const first = await makeRun(admin, programmeId);
  await confirmAll(admin, first);
  await publishRun({ actor: admin, runId: first, now: noon });
  await asService((tx) =>
    tx.school.updateMany({ where: { laestab: { in: ["0012101", "0032301"] } }, data: { councilCode: "002" } }),
  );
  runId = await makeRun(admin, programmeId, later);
  await confirmAll(admin, runId, later);
  preview = await getPublicationPreview({ actor: admin, runId, today });
});
afterAll(closeResultsDatabase);

describe("a school that has moved to another council while its case is open", () => {
  it("is previewed with the council that has its case, cohort by cohort as it stands", () => {
    const told = preview.councils.map(({ code, name, cohort, opened, attached }) => [
      code,
      name,
      cohort,
      opened,
      attached,
    ]);
    expect(told.sort()).toEqual([
      ["001", "Ashmere", "standard", 0, 3],
      ["002", "Brackenfold", "priority", 0, 1],
      ["003", "Calverstone", "standard", 0, 1],
    ]);
    expect(preview).toMatchObject({ opened: 0, attached: 5, problems: [] });
  });

  it("is told of to that council, in the words that were previewed", async () => {
    const codes = ["001", "002", "003"];
    const words = await Promise.all(
      codes.map(async (code) => {
        const { notice, schools } = await getCouncilPublication({ actor: admin, runId, code, schoolId: null, today });
        return { code, ...notice, schools: schools.length };
      }),
    );
    expect(words.map(({ schools }) => schools)).toEqual([3, 1, 1]);
    expect(await publishRun({ actor: admin, runId, now: later })).toMatchObject({ ok: true, opened: 0, attached: 5 });
    await tellOfPublication({ runId });
    const written = await asService((tx) =>
      tx.notice.findMany({
        where: { dedupeKey: { startsWith: `publication:${runId}` } },
        orderBy: { councilCode: "asc" },
      }),
    );
    expect(written.map(({ councilCode, title, body }) => [councilCode, title, body])).toEqual(
      words.map(({ code, title, body }) => [code, title, body]),
    );
  });

  it("stands with that council in who has opened what, also once a later run has its case", async () => {
    const lead = await person("Lena Firth", inCouncil("lead", "003"));
    await listNotices({ actor: lead, page: 1, now: later });
    const standing = async () =>
      (await listOpenings({ actor: admin, runId })).councils
        .map(({ code, schools, first }) => [code, schools, first?.by ?? null])
        .sort();
    const expected = [
      ["001", 3, null],
      ["002", 1, null],
      ["003", 1, "Lena Firth"],
    ];
    expect(await standing()).toEqual(expected);
    expect(await getPublicationStanding({ actor: admin, runId })).toEqual({
      councils: 3,
      opened: 1,
      schools: 5,
      headsTold: 0,
      headsOpened: 0,
      removed: 0,
    });
    const { programmeId } = await asService((tx) => tx.identificationRun.findUniqueOrThrow({ where: { id: runId } }));
    const third = await makeRun(admin, programmeId, new Date(later.getTime() + 60_000));
    await confirmAll(admin, third, new Date(later.getTime() + 120_000));
    await publishRun({ actor: admin, runId: third, now: new Date(later.getTime() + 180_000) });
    expect(await standing()).toEqual(expected);
  });
});
