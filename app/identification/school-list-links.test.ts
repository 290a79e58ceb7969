import { describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { giasRow, listRow } from "./fictional-list.fixture";
import { asService, beginEmpty, noon, schoolOf, takeOver } from "./results-database.fixture";
import { closed, everySchool, fileOf, listsOf, opened, predecessorOf, summaryOf } from "./school-lists.fixture";
import { takeBackResultsFile } from "./take-back-results-file.server";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const { checkList, importList, choicesOf, choose } = listsOf(() => admin);

describe("schools that continue others", () => {
  it("keep the history of the one that closed when they opened, whichever the order of the rows", async () => {
    const fileId = await importList([opened(2, 1), closed(1, 2)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 1, linksToChoose: 0 });
    expect(await predecessorOf("900002")).toBe("900001");
    expect(await predecessorOf("900001")).toBeNull();
  });

  it("have no history of several until a person names one", async () => {
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: 2 });
    expect(await predecessorOf("900003")).toBeNull();
    const { choices, undecided } = await choicesOf(fileId);
    expect(undecided).toBe(1);
    expect(choices).toMatchObject([{ decided: null, options: [{}, {}, { value: "none" }] }]);
    const two = await schoolOf("900002");
    const [choice] = choices;
    expect(await choose(fileId, { [choice?.key ?? ""]: two.id })).toMatchObject({ ok: true, undecided: 0 });
    expect(await predecessorOf("900003")).toBe("900002");
    expect((await choicesOf(fileId)).choices).toMatchObject([{ decided: two.id }]);
  });

  it("lose the history that one link gave when a later list names another, but not what a person decided", async () => {
    await importList([closed(1, 3), opened(3)], "2026-10-01");
    expect(await predecessorOf("900003")).toBe("900001");
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3)]);
    expect(await predecessorOf("900003")).toBeNull();
    const one = await schoolOf("900001");
    const [choice] = (await choicesOf(fileId)).choices;
    await choose(fileId, { [choice?.key ?? ""]: one.id });
    await importList([closed(1, 3), closed(2, 3), closed(4, 3), opened(3)], "2026-11-02");
    expect(await predecessorOf("900003")).toBe("900001");
  });

  it("are asked for where one became several, where the dates do not say which came first, and never twice", async () => {
    const rows = [closed(1), opened(2, 1), opened(3, 1), listRow(4, { OTHERURN: "900005" }), listRow(5)];
    const fileId = await importList(rows);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: 3 });
    const { choices } = await choicesOf(fileId);
    expect(choices).toHaveLength(3);
    const [one, two] = [await schoolOf("900001"), await schoolOf("900002")];
    const later = `later-${two.id}`;
    expect(await choose(fileId, { [later]: one.id })).toMatchObject({ ok: true, undecided: 2 });
    const other = `later-${(await schoolOf("900003")).id}`;
    expect(await choose(fileId, { [other]: one.id })).toMatchObject({
      ok: false,
      errors: { [other]: expect.stringMatching(/go on at/) as string },
    });
    const pair = choices.find(({ key }) => key.startsWith("pair-"))?.key ?? "";
    expect(await choose(fileId, { [pair]: "backward" })).toMatchObject({ ok: true });
    expect(await predecessorOf("900004")).toBe("900005");
    const again = await importList([...rows].reverse(), "2026-11-02");
    expect(await summaryOf(again)).toMatchObject({ links: 0, linksToChoose: 0 });
    expect(await predecessorOf("900004")).toBe("900005");
  });

  it("take no answer that is not one of the options", async () => {
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3), listRow(4)]);
    const [choice] = (await choicesOf(fileId)).choices;
    const answers = { [choice?.key ?? ""]: (await schoolOf("900004")).id };
    expect(await choose(fileId, answers)).toMatchObject({ ok: false });
    expect(await predecessorOf("900003")).toBeNull();
  });
});

describe("links that go round in a circle", () => {
  const closedGias = (number: number, successor: number) =>
    giasRow(number, {
      "EstablishmentStatus (name)": "Closed",
      CloseDate: "31-08-2026",
      SuccessorURN: String(900_000 + successor),
    });
  it.each([
    { schools: "two", rows: [closedGias(1, 2), closedGias(2, 1)] },
    { schools: "three", rows: [closedGias(1, 2), closedGias(2, 3), closedGias(3, 1)] },
  ])("of $schools schools are none until a person decides", async ({ rows }) => {
    const fileId = await importList(rows);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: rows.length });
    const { schools } = await everySchool();
    expect(schools.map(({ predecessorId }) => predecessorId)).toEqual(rows.map(() => null));
    expect((await choicesOf(fileId)).choices).toHaveLength(rows.length);
  });

  it("with what is stored already are none either", async () => {
    await importList([closedGias(1, 2), closedGias(2, 3), giasRow(3)], "2026-10-01");
    const fileId = await importList([closedGias(3, 1)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 0, linksToChoose: 1 });
    expect(await predecessorOf("900001")).toBeNull();
  });
});

describe("a predecessor that no list gave", () => {
  const continues = async (later: string, earlier: string) =>
    asService(async (tx) => {
      const { id } = await tx.school.findUniqueOrThrow({ where: { urn: earlier } });
      await tx.school.update({ where: { urn: later }, data: { predecessorId: id } });
    });
  const answersOf = async (fileId: string) =>
    (await choicesOf(fileId)).choices.map(({ options }) => options.map(({ hint }) => /URN (\d+)/.exec(hint)?.[1]));

  it.each([
    { list: "names it among others", rows: [closed(1, 3), closed(2, 3), opened(3)] },
    { list: "names another alone", rows: [closed(1), closed(2, 3), opened(3)] },
  ])("is an answer to choose where a list $list", async ({ rows }) => {
    await importList([closed(1), closed(2), opened(3)], "2026-10-01");
    await continues("900003", "900001");
    const before = await everySchool();
    const fileId = await importList(rows);
    expect(await predecessorOf("900003")).toBeNull();
    expect(await answersOf(fileId)).toEqual([[expect.any(String), expect.any(String), undefined]]);
    expect((await answersOf(fileId))[0]?.slice(0, 2).sort()).toEqual(["900001", "900002"]);
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    const { schools, links } = await everySchool();
    expect(links).toEqual(before.links);
    expect(schools.map(({ predecessorId }) => predecessorId)).toEqual(
      before.schools.map(({ predecessorId }) => predecessorId),
    );
  });

  it("stays where a list says the same", async () => {
    await importList([closed(1), opened(3)], "2026-10-01");
    await continues("900003", "900001");
    await importList([closed(1, 3), opened(3)]);
    expect(await predecessorOf("900003")).toBe("900001");
  });

  it("between check and taking over has the list compared again, whoever it is from", async () => {
    const rows = [closed(1), closed(2), opened(3)];
    await importList(rows, "2026-10-01");
    const fileId = await checkList([closed(1, 3), closed(2), opened(3)]);
    expect(await summaryOf(fileId)).toMatchObject({ links: 1, linksToChoose: 0 });
    await continues("900003", "900002");
    await takeOver(admin, fileId);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", summary: { links: 0, changedMeanwhile: true } });
    expect(await predecessorOf("900003")).toBe("900002");
  });

  it("and a link that somebody decided meanwhile does so too", async () => {
    await importList([closed(1), closed(2), opened(3)], "2026-10-01");
    const fileId = await checkList([closed(1, 3), closed(2), opened(3)]);
    const [two, three] = [await schoolOf("900002"), await schoolOf("900003")];
    await asService((tx) =>
      tx.schoolLink.create({ data: { fromId: two.id, toId: three.id, continues: false, decidedById: admin.personId } }),
    );
    await takeOver(admin, fileId);
    expect(await fileOf(fileId)).toMatchObject({ state: "checked", summary: { links: 0 } });
  });
});

describe("a list that is taken back", () => {
  it("leaves schools and links exactly as they were", async () => {
    await importList([giasRow(1), giasRow(2), closedGias(3, ""), closedGias(5, ""), giasRow(6)], "2026-10-01");
    const before = await everySchool();
    const fileId = await importList([
      giasRow(1, { EstablishmentName: "New Name", "Federations (name)": "A federation" }),
      giasRow(2, { "LA (code)": "002" }),
      closedGias(3, "900004"),
      giasRow(4, { OpenDate: "01-09-2026" }),
      // Both are known: what links them goes, the schools stay.
      closedGias(5, "900006"),
    ]);
    expect(await predecessorOf("900004")).toBe("900003");
    expect(await predecessorOf("900006")).toBe("900005");
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    expect(await everySchool()).toEqual(before);
  });

  it("leaves what a person decided since", async () => {
    await importList([closed(1, 3), closed(2), opened(3)], "2026-10-01");
    const fileId = await importList([closed(1, 3), closed(2, 3), opened(3)]);
    const [choice] = (await choicesOf(fileId)).choices;
    expect(await choose(fileId, { [choice?.key ?? ""]: "none" })).toMatchObject({ ok: true, undecided: 0 });
    expect(await takeBackResultsFile({ actor: admin, fileId, now: noon })).toBeNull();
    expect(await predecessorOf("900003")).toBeNull();
    const { links } = await everySchool();
    expect(links.map(({ continues }) => continues)).toEqual(links.map(() => false));
  });

  const closedGias = (number: number, SuccessorURN: string) =>
    giasRow(number, { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026", SuccessorURN });
});
