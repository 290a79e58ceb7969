import { beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "~/platform/actor";
import { StaleForm } from "~/plans/event-refused";
import { decideWaitingHistory } from "./decide-waiting-history.server";
import { giasRow, listRow } from "./fictional-list.fixture";
import { fictionalRow } from "./fictional-results.fixture";
import { getHistoryQuestion, listWaitingHistories } from "./list-waiting-histories.server";
import { asService, beginEmpty, importRows, noon, schoolOf } from "./results-database.fixture";
import { closed, listsOf, opened, predecessorOf } from "./school-lists.fixture";

let admin: PersonActor;
beginEmpty((opened) => (admin = opened));

const { importList } = listsOf(() => admin);
const waiting = () => listWaitingHistories({ actor: admin, page: 1 });
const idOf = async (urn: string) => (await schoolOf(urn)).id;
const questionOf = async (urn: string) => getHistoryQuestion({ actor: admin, key: `later-${await idOf(urn)}` });

async function decide(urn: string, answer: string, changes: { reason?: string; version?: string } = {}) {
  const { key, version } = await questionOf(urn);
  return decideWaitingHistory({ actor: admin, key, answer, reason: "As proposed", version, now: noon, ...changes });
}

describe("the histories that wait to be decided", () => {
  it("are none where every school has at most one clear predecessor", async () => {
    await importList([closed(1, 2), opened(2), opened(3)]);
    expect(await waiting()).toEqual({ histories: [], total: 0, pages: 1 });
  });

  it("tell the schools apart with their dates and results, the later one first, and who says so", async () => {
    await importList([closed(1, 3), closed(2, 3), opened(3)]);
    await importRows({ admin, rows: [fictionalRow(1, { PTENGMATX: "48%" })] });
    const { histories, total } = await waiting();
    expect(total).toBe(1);
    expect(histories[0]?.choice.question).toBe("Whose results go on at Fictional Primary School 3?");
    expect(histories[0]?.schools).toMatchObject([
      { urn: "900003", openedOn: "2026-09-01", saidBy: null },
      { urn: "900001", closedOn: "2026-08-31", saidBy: "schools-2026-11-01.csv" },
      { urn: "900002", closedOn: "2026-08-31", results: [] },
    ]);
    expect(histories[0]?.schools[1]?.results).toContainEqual(expect.objectContaining({ words: "48%" }));
  });

  it("have those of a case that moved to a school that continues another, with both as answers", async () => {
    await importList([closed(1, 3), closed(2), opened(3)]);
    const link = { fromId: await idOf("900002"), toId: await idOf("900003") };
    await asService((tx) => tx.schoolLink.create({ data: link }));
    const { histories } = await waiting();
    expect(histories.map(({ schools }) => schools.map(({ urn, saidBy }) => [urn, saidBy]))).toEqual([
      [
        ["900003", null],
        ["900001", "schools-2026-11-01.csv"],
        ["900002", "A case that moved to the later school"],
      ],
    ]);
    expect(await predecessorOf("900003")).toBe("900001");
    expect(await decide("900003", link.fromId, { reason: "The governors’ minutes say so" })).toBeNull();
    expect(await predecessorOf("900003")).toBe("900002");
    expect((await waiting()).total).toBe(0);
    expect((await questionOf("900003")).decisions).toEqual([
      {
        at: noon.toISOString(),
        by: "Admin",
        words: "Continues Fictional Primary School 2 (URN 900002)",
        reason: "The governors’ minutes say so",
      },
    ]);
  });

  it("have a predecessor that only a results file gave among the answers, and it can be confirmed", async () => {
    await importList([closed(1), closed(2), opened(3)]);
    const [one, two, three] = [await idOf("900001"), await idOf("900002"), await idOf("900003")];
    await asService(async (tx) => {
      await tx.school.update({ where: { id: three }, data: { predecessorId: one } });
      await tx.schoolLink.create({ data: { fromId: two, toId: three } });
    });
    const { schools } = await questionOf("900003");
    expect(schools.map(({ urn }) => urn)).toEqual(["900003", "900001", "900002"]);
    expect(await decide("900003", one)).toBeNull();
    expect(await predecessorOf("900003")).toBe("900001");
    expect((await waiting()).total).toBe(0);
  });

  it("have several schools of results files that name one successor", async () => {
    await importList([closed(1), closed(2), opened(3)]);
    await asService((tx) =>
      tx.school.updateMany({ where: { urn: { in: ["900001", "900002"] } }, data: { successorUrn: "900003" } }),
    );
    expect((await waiting()).total).toBe(1);
    expect(await decide("900003", "none")).toBeNull();
    expect((await waiting()).total).toBe(0);
    expect(await predecessorOf("900003")).toBeNull();
    expect(await decide("900003", await idOf("900001"), { reason: "On second thoughts" })).toBeNull();
    expect(await predecessorOf("900003")).toBe("900001");
    expect((await questionOf("900003")).decisions).toHaveLength(2);
  });

  it("have two schools of which nothing says which came first", async () => {
    await importList([listRow(4, { OTHERURN: "900005" }), listRow(5)]);
    const [history] = (await waiting()).histories;
    const asked = {
      actor: admin,
      key: history?.key ?? "",
      version: history?.version ?? "",
      reason: "Known",
      now: noon,
    };
    expect(await decideWaitingHistory({ ...asked, answer: "backward" })).toBeNull();
    expect(await predecessorOf("900004")).toBe("900005");
    // The same form again has had its effect.
    expect(await decideWaitingHistory({ ...asked, answer: "backward" })).toBeNull();
    expect(await asService((tx) => tx.historyDecision.count())).toBe(1);
    expect((await waiting()).total).toBe(0);
  });
});

describe("a decision", () => {
  beforeEach(async () => {
    await importList([closed(1, 3), closed(2, 3), opened(3), closed(4)]);
  });

  it("has one effect, however often its form is sent, and is refused to whoever saw what is not so any more", async () => {
    const { version } = await questionOf("900003");
    const one = await idOf("900001");
    expect(await decide("900003", one, { version })).toBeNull();
    expect(await decide("900003", one, { version })).toBeNull();
    expect((await questionOf("900003")).decisions).toHaveLength(1);
    await expect(decide("900003", one, { version, reason: "Another" })).rejects.toThrow(StaleForm);
    await expect(decide("900003", "none", { version })).rejects.toThrow(StaleForm);
    expect(await predecessorOf("900003")).toBe("900001");
  });

  it("takes no answer that is not one of the options", async () => {
    expect(await decide("900003", await idOf("900004"))).toMatch(/no longer one of the answers/);
    expect(await predecessorOf("900003")).toBeNull();
  });

  it("gives nobody a history that goes on elsewhere, or that leads round in a circle", async () => {
    await decide("900003", await idOf("900001"));
    const [one, four, three] = [await idOf("900001"), await idOf("900004"), await idOf("900003")];
    await asService(async (tx) => {
      await tx.schoolLink.create({ data: { fromId: one, toId: four } });
      await tx.schoolLink.create({ data: { fromId: three, toId: one } });
    });
    expect(await decide("900004", one)).toMatch(/go on at Fictional Primary School 3/);
    expect(await decide("900001", three)).toMatch(/continues this school already/);
    expect((await questionOf("900004")).schools[1]?.goesOnAt).toMatchObject({ id: three });
  });

  it("stays where a later list says otherwise", async () => {
    await decide("900003", "none");
    const later = giasRow(3, { PredecessorURN: "900002" });
    await importList([later], "2026-11-03");
    expect(await predecessorOf("900003")).toBeNull();
    expect((await waiting()).total).toBe(0);
  });

  it("has reasons and names that nobody but an admin may read", async () => {
    await decide("900003", "none");
    const roles = [{ role: "officer" as const, councilCode: "001", schoolId: null }];
    const officer = { ...admin, roles };
    await asService((tx) => tx.roleGrant.updateMany({ data: { role: "officer", councilCode: "001" } }));
    try {
      await expect(getHistoryQuestion({ actor: officer, key: `later-${await idOf("900003")}` })).resolves.toMatchObject(
        {
          decisions: [],
        },
      );
    } finally {
      await asService((tx) => tx.roleGrant.updateMany({ data: { role: "admin", councilCode: null } }));
    }
  });

  it("is about a question that there is", async () => {
    for (const key of ["later-x", `later-${crypto.randomUUID()}`, `pair-${crypto.randomUUID()}`, "", "number-1"])
      await expect(getHistoryQuestion({ actor: admin, key })).rejects.toMatchObject({ status: 404 });
  });
});
