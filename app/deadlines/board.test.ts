import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { dateColumn, daysFrom, isoDate } from "~/platform/dates";
import { asService, identified, openScene, outcomeOf, type Scene, TODAY } from "~/reviews/review-scene.fixture";
import { arrangeBoard, type BoardRow, boardHref, daysLeft, readBoardQuery, sortKeys, totalsOf } from "./board";
import { boardCsv } from "./board-csv";
import { isOverdue, owedStates, planStates } from "./describe-case-status";
import { getBoard } from "./get-board.server";
import { listCouncilCases } from "./list-council-cases.server";

const today = "2027-03-01";
let scene: Scene;

// States and dates put into the columns that the board reads, so that each meets each.
beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  const ids: string[] = [];
  for (let n = 0; n < 66; n += 1) ids.push(await identified(scene, `School ${String(n).padStart(2, "0")}`));
  await asService(async (tx) => {
    for (const [n, id] of ids.entries()) {
      const dueOn = dateColumn(["2027-02-28", "2027-03-01", "2027-03-02"][Math.floor(n / 11) % 3]!);
      const councilCode = n % 4 === 0 ? "002" : "001";
      await tx.schoolCase.update({ where: { id }, data: { planState: planStates[n % 11]!, dueOn, councilCode } });
    }
    await tx.council.create({ data: { code: "003", name: "=Cold Ash", region: "South Vale" } });
    for (const [councilCode, cohort] of [
      ["001", "priority"],
      ["003", "standard"],
    ] as const)
      await tx.cohortMembership.create({
        data: { programmeId: scene.programmeId, councilCode, cohort, decidedAt: TODAY },
      });
  });
});
afterAll(closePeopleDatabase);

const board = (day = today) => getBoard({ actor: scene.admin, programmeId: null, today: day });

describe("the board's counts", () => {
  it.each(["2027-02-28", "2027-03-01", "2027-03-02", "2027-03-03"])("on %s are those of a plain count", async (day) => {
    const cases = await asService((tx) => tx.schoolCase.findMany());
    const { rows } = await board(day);
    for (const row of rows) {
      const own = cases.filter(({ councilCode }) => councilCode === row.code);
      const count = (...states: string[]) => own.filter(({ planState }) => states.includes(planState)).length;
      const owed = own.filter(({ planState }) => owedStates.some((state) => state === planState));
      const dates = owed.map(({ dueOn }) => isoDate(dueOn)).sort();
      expect(row).toEqual({
        code: row.code,
        name: row.name,
        region: row.region,
        cohort: row.code === "001" ? "priority" : row.code === "003" ? "standard" : null,
        needed: own.length - count("removed", "exited", "closed"),
        notStarted: count("identified"),
        challenged: count("challenged"),
        drafting: count("drafting"),
        submitted: count("submitted", "inReview", "awaitingSecondApproval"),
        returned: count("returned"),
        approved: count("approved"),
        ended: count("removed", "exited", "closed"),
        overdue: own.filter((one) => isOverdue({ ...one, dueOn: isoDate(one.dueOn), today: day })).length,
        nextDueOn: dates[0] ?? null,
      } satisfies BoardRow);
      const sum = row.notStarted + row.challenged + row.drafting + row.submitted + row.returned + row.approved;
      expect(sum).toBe(row.needed);
    }
    expect(totalsOf(rows).needed).toBe(48);
  });

  it("turn at midnight: a plan due on the day is not overdue, on the next it is", async () => {
    const overdueOn = async (day: string) => totalsOf((await board(day)).rows).overdue;
    expect(await overdueOn("2027-02-28")).toBe(0);
    expect(await overdueOn("2027-03-01")).toBe(8);
    expect(await overdueOn("2027-03-02")).toBe(16);
  });

  it("agree with the list of each council", async () => {
    for (const row of (await board()).rows) {
      const asked = { actor: scene.reviewer, councilCode: row.code, programmeId: scene.programmeId, today };
      const { cases, cohort } = await listCouncilCases(asked);
      expect(cases.filter(({ overdue }) => overdue).length).toBe(row.overdue);
      expect(cases.length).toBe(row.needed + row.ended);
      expect(cohort).toBe(row.cohort);
      // Overdue first.
      expect(cases.slice(0, row.overdue).every(({ overdue }) => overdue)).toBe(true);
    }
  });

  it("are not there for a programme or council that does not exist", async () => {
    const programmeId = "00000000-0000-4000-8000-000000000000";
    expect(await outcomeOf(getBoard({ actor: scene.admin, programmeId, today }))).toBe(404);
    expect(await outcomeOf(getBoard({ actor: scene.admin, programmeId: "x", today }))).toBe(404);
    for (const councilCode of ["999", "'; --"])
      expect(await outcomeOf(listCouncilCases({ actor: scene.admin, councilCode, programmeId: null, today }))).toBe(
        404,
      );
  });

  it("give a council's officer no more than its own cases", async () => {
    const { rows } = await getBoard({ actor: scene.otherLead, programmeId: null, today });
    expect(rows.map(({ code }) => code)).toEqual(["002"]);
  });
});

describe("the board's order and filters", () => {
  it("sort by each column both ways, with nothing owed after what is owed", async () => {
    const { rows } = await board();
    for (const sort of sortKeys) {
      const query = readBoardQuery(new URLSearchParams({ sort, order: "asc" }));
      const up = arrangeBoard(rows, query).map(({ code }) => code);
      expect(up).toHaveLength(3);
      if (sort !== "cohort") expect(arrangeBoard(rows, { ...query, order: "desc" })[0]!.code).not.toBe(up[0]);
    }
    expect(arrangeBoard(rows, readBoardQuery(new URLSearchParams())).at(-1)!.code).toBe("003");
  });

  it("filter by region, cohort and state", async () => {
    const { rows } = await board();
    const codes = (search: string) =>
      arrangeBoard(rows, readBoardQuery(new URLSearchParams(search))).map((row) => row.code);
    expect(codes("region=South+Vale")).toEqual(["003"]);
    expect(codes("cohort=priority")).toEqual(["001"]);
    expect(codes("state=returned").sort()).toEqual(["001", "002"]);
    expect(codes("state=nonsense&cohort=gold&sort=__proto__")).toHaveLength(3);
  });

  it("stand in the address, defaults left out", () => {
    const query = readBoardQuery(new URLSearchParams("region=North+Vale&sort=overdue"));
    expect(boardHref(query)).toBe("/board?region=North+Vale&sort=overdue&order=desc");
    expect(boardHref(readBoardQuery(new URLSearchParams()))).toBe("/board");
  });
});

describe("the board as CSV", () => {
  it("holds the same figures, a council's name never a formula, days past the date negative", async () => {
    const { rows } = await board();
    const lines = boardCsv(rows, today).split("\r\n");
    expect(lines[0]).toContain("Council code,Council,Region,Cohort,Plans needed");
    const ashmere = rows.find(({ code }) => code === "001")!;
    expect(daysLeft(ashmere, today)).toBe(daysFrom(today, "2027-02-28"));
    expect(lines.find((line) => line.startsWith("001"))).toMatch(/,2027-02-28,-1$/);
    expect(lines.find((line) => line.startsWith("003"))).toContain("'=Cold Ash");
  });
});
