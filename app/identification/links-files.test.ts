import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { checkResultsFile } from "./check-results-file.server";
import { listRow } from "./fictional-list.fixture";
import { linkRow, linksBytes } from "./links-file.fixture";
import type { LinksSummary } from "./links-summary";
import { asService, beginEmpty, noon, schoolOf, takeOver } from "./results-database.fixture";
import { closed, everySchool, fileOf, listsOf, opened, predecessorOf } from "./school-lists.fixture";
import { takeBackResultsFile } from "./take-back-results-file.server";
import { uploadResultsFile } from "./upload-results-file.server";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const { importList, choicesOf, choose } = listsOf(() => admin);

type Rows = Parameters<typeof linksBytes>[0];

async function checkLinks(rows: Rows): Promise<string> {
  const bytes = linksBytes(rows);
  const { fileId } = await uploadResultsFile({
    actor: admin,
    filename: "links.csv",
    bytes,
    expectedYear: null,
    now: noon,
  });
  await checkResultsFile({ fileId });
  return fileId;
}
async function importLinks(rows: Rows): Promise<string> {
  const fileId = await checkLinks(rows);
  await takeOver(admin, fileId);
  expect((await fileOf(fileId)).state).toBe("takenOver");
  return fileId;
}
const summaryOf = async (fileId: string) => (await fileOf(fileId)).summary as unknown as LinksSummary;
const countsOf = async (fileId: string) => {
  const { counts } = await summaryOf(fileId);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};
const notesOf = async (fileId: string) =>
  (await asService((tx) => tx.fileLink.findMany({ where: { fileId }, orderBy: { line: "asc" } }))).map(
    ({ note }) => note,
  );
const keyOf = async (fileId: string) => (await choicesOf(fileId)).choices[0]?.key ?? "";
const idOf = async (urn: string) => (await schoolOf(urn)).id;

describe("a file of links", () => {
  it("gives a school the history of the one it continues, said from both sides or from one", async () => {
    await importList([closed(1), opened(2), closed(3), opened(4)]);
    const fileId = await checkLinks([linkRow(2, 1), linkRow(1, 2, "Successor"), linkRow(3, 4, "successor", "")]);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", kind: "links", layout: "gias-links" });
    expect(await summaryOf(fileId)).toMatchObject({ rows: 3, links: 2 });
    expect(await countsOf(fileId)).toEqual({ new: 2 });
    expect(await predecessorOf("900002")).toBeNull();
    await takeOver(admin, fileId);
    expect([await predecessorOf("900002"), await predecessorOf("900004")]).toEqual(["900001", "900003"]);
    const { links } = await everySchool();
    expect(links).toHaveLength(2);
    expect(links.map(({ continues }) => continues)).toEqual([true, true]);
    const dates = links.map(({ establishedOn }) => establishedOn?.toISOString().slice(0, 10) ?? "none");
    expect(dates.sort()).toEqual(["2026-09-01", "none"]);
  });

  it("does not guess at kinds that tell of no history, and names them", async () => {
    await importList([closed(1), opened(2)]);
    const other = ["Expansion", "Sixth Form Centre Link", "Parliamentary Successor", "Predecessor - unheard of"];
    const fileId = await importLinks([...other, "Expansion"].map((type) => linkRow(2, 1, type)));
    expect(await countsOf(fileId)).toEqual({ unused: 5 });
    expect((await summaryOf(fileId)).unusedKinds).toEqual([
      { type: "Expansion", count: 2 },
      ...other
        .slice(1)
        .sort()
        .map((type) => ({ type, count: 1 })),
    ]);
    expect((await everySchool()).links).toEqual([]);
  });

  it("counts links to schools that are not stored, and takes none of them", async () => {
    await importList([opened(2)]);
    const fileId = await importLinks([linkRow(2, 1), linkRow(8, 9, "Successor")]);
    expect(await countsOf(fileId)).toEqual({ unknown: 2 });
    expect((await everySchool()).links).toEqual([]);
  });

  it("changes nothing the second time, nor as another file that says the same", async () => {
    await importList([closed(1), opened(2)]);
    const rows = [linkRow(2, 1)];
    const fileId = await importLinks(rows);
    const before = await everySchool();
    const again = await uploadResultsFile({
      ...{ actor: admin, filename: "again.csv", bytes: linksBytes(rows), expectedYear: null, now: noon },
    });
    expect(again).toEqual({ fileId, known: true });
    const other = await importLinks([linkRow(1, 2, "Successor")]);
    expect(await countsOf(other)).toEqual({ known: 1 });
    expect(await everySchool()).toEqual(before);
  });
});

describe("a merger or a split", () => {
  it.each([
    { of: "a merger", rows: [linkRow(3, 1, "Predecessor - merged"), linkRow(3, 2, "Predecessor - merged")], links: 2 },
    { of: "plain links of several", rows: [linkRow(3, 1), linkRow(3, 2)], links: 2 },
    { of: "a merger of which one side is named", rows: [linkRow(3, 1, "Predecessor - amalgamated")], links: 1 },
  ])("$of waits for a person", async ({ rows, links }) => {
    await importList([closed(1), closed(2), opened(3)]);
    const fileId = await importLinks(rows);
    expect(await countsOf(fileId)).toEqual({ choose: links });
    expect(await predecessorOf("900003")).toBeNull();
    const one = await idOf("900001");
    expect(await choose(fileId, { [await keyOf(fileId)]: one })).toMatchObject({ ok: true, undecided: 0 });
    expect(await predecessorOf("900003")).toBe("900001");
  });

  it("has several predecessors also where one of them is not stored", async () => {
    await importList([closed(1), opened(3)]);
    const fileId = await importLinks([linkRow(3, 1), linkRow(3, 2)]);
    expect(await countsOf(fileId)).toEqual({ choose: 1, unknown: 1 });
    expect(await predecessorOf("900003")).toBeNull();
  });

  it("of one school into two gives its results to neither until a person chooses", async () => {
    await importList([closed(1), opened(2), opened(3)]);
    const split = "Successor - Split School";
    const fileId = await importLinks([linkRow(1, 2, split), linkRow(1, 3, split)]);
    expect(await countsOf(fileId)).toEqual({ choose: 2 });
    const { choices } = await choicesOf(fileId);
    expect(choices).toHaveLength(2);
    const one = await idOf("900001");
    await choose(fileId, { [`later-${await idOf("900003")}`]: one, [`later-${await idOf("900002")}`]: "none" });
    expect([await predecessorOf("900002"), await predecessorOf("900003")]).toEqual([null, "900001"]);
  });
});

describe("a link that is contrary to what is stored", () => {
  it("the other way round is shown and not taken", async () => {
    await importList([closed(1, 2), opened(2)]);
    const fileId = await importLinks([linkRow(1, 2)]);
    expect(await countsOf(fileId)).toEqual({ contrary: 1 });
    expect(await notesOf(fileId)).toEqual([
      "Stored the other way round: schools-2026-11-01.csv says that Fictional Primary School 2 (URN 900002) continues Fictional Primary School 1 (URN 900001)",
    ]);
    expect(await predecessorOf("900002")).toBe("900001");
    expect(await predecessorOf("900001")).toBeNull();
  });

  it("in a circle of three with what is stored is shown and not taken", async () => {
    await importList([closed(1, 2), opened(2), listRow(3)]);
    await importLinks([linkRow(3, 2)]);
    const fileId = await importLinks([linkRow(1, 3), linkRow(3, 2)]);
    expect(await countsOf(fileId)).toEqual({ contrary: 1, known: 1 });
    expect((await notesOf(fileId))[0]).toMatch(/round in a circle/);
    expect(await predecessorOf("900001")).toBeNull();
  });

  it("to what another file says leaves the history open until a person chooses", async () => {
    await importList([closed(1, 3), closed(2), opened(3)]);
    const fileId = await importLinks([linkRow(3, 2)]);
    expect(await countsOf(fileId)).toEqual({ contrary: 1 });
    expect((await notesOf(fileId))[0]).toMatch(
      /900003\) continues .*900001\) already, as schools-2026-11-01.csv says. Neither counts/,
    );
    expect(await predecessorOf("900003")).toBeNull();
    expect((await choicesOf(fileId)).undecided).toBe(1);
  });

  it("to what a person decided never undoes it, whether they chose another school or none", async () => {
    await importList([closed(1, 3), closed(2), opened(3)]);
    const first = await importLinks([linkRow(3, 2)]);
    await choose(first, { [await keyOf(first)]: await idOf("900001") });
    const denied = await checkLinks([linkRow(2, 3, "Successor")]);
    expect(await notesOf(denied)).toEqual([
      expect.stringMatching(/^A person decided that .*900003\) does not continue/),
    ]);
    await importList([closed(1), closed(2), opened(3), closed(4)], "2026-11-02");
    const fileId = await importLinks([linkRow(3, 4)]);
    expect(await countsOf(fileId)).toEqual({ contrary: 1 });
    expect((await notesOf(fileId))[0]).toMatch(/^A person decided that .* continues .*900001\)/);
    expect(await predecessorOf("900003")).toBe("900001");
    expect(await choicesOf(fileId)).toMatchObject({ undecided: 1 });
    await choose(fileId, { [await keyOf(fileId)]: "none" });
    const last = await importLinks([linkRow(3, 4), linkRow(3, 1), linkRow(3, 2)]);
    expect(await countsOf(last)).toEqual({ known: 3 });
    expect(await predecessorOf("900003")).toBeNull();
  });
});

describe("a file of links that is taken back", () => {
  it("leaves schools and links exactly as they were, and can be uploaded again", async () => {
    await importList([closed(1, 3), closed(2), opened(3), closed(5), opened(6)]);
    const before = await everySchool();
    const rows = [linkRow(3, 2), linkRow(6, 5)];
    const fileId = await importLinks(rows);
    expect([await predecessorOf("900003"), await predecessorOf("900006")]).toEqual([null, "900005"]);
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    expect(await everySchool()).toEqual(before);
    expect(await asService((tx) => tx.fileLink.count())).toBe(0);
    expect(await countsOf(await importLinks(rows))).toEqual({ contrary: 1, new: 1 });
  });

  it("leaves what a person decided since", async () => {
    await importList([closed(1), closed(2), opened(3)]);
    const fileId = await importLinks([linkRow(3, 1), linkRow(3, 2)]);
    await choose(fileId, { [await keyOf(fileId)]: await idOf("900002") });
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    expect(await predecessorOf("900003")).toBe("900002");
  });

  it("is asked for before the list that brought its schools", async () => {
    const list = await importList([closed(1), opened(2)]);
    await importLinks([linkRow(2, 1)]);
    expect(await takeBackResultsFile({ actor: admin, fileId: list, now: noon })).toMatch(/before links.csv/);
  });
});
