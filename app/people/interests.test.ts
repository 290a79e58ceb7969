import { afterAll, beforeAll, expect, it } from "vitest";
import { declareInterest } from "./declare-interest.server";
import { listInterests } from "./list-interests.server";
import {
  asService,
  closePeopleDatabase,
  inRole,
  makePerson,
  openPeopleDatabase,
  refusalOf,
  schoolId,
} from "./people.fixture";
import { withdrawInterest } from "./withdraw-interest.server";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const now = new Date("2026-11-24T10:00:00Z");
const nature = "Taught there until last year";
const inSchool = { kind: "school", school: "001/2001", nature } as const;
const inCouncil = { kind: "council", councilCode: "002", nature } as const;

it("declares an interest in a school and a council, each once", async () => {
  const actor = await makePerson([inRole("reviewer")]);
  for (const interest of [inSchool, inCouncil, inSchool])
    expect(await declareInterest({ actor, interest, now })).toBeNull();
  const listed = (await listInterests({ actor })).map((interest) => interest.in).sort();
  expect(listed).toEqual(["Brackenfold (council)", "Heron Lane Primary School"]);
});

it("names the field where there is no such school or council", async () => {
  const actor = await makePerson([inRole("reviewer")]);
  expect(await declareInterest({ actor, interest: { ...inSchool, school: "900009" }, now })).toMatchObject({
    field: "school",
  });
  expect(await declareInterest({ actor, interest: { ...inCouncil, councilCode: "999" }, now })).toMatchObject({
    field: "councilCode",
  });
  expect(await listInterests({ actor })).toEqual([]);
});

it("withdraws one's own alone, and keeps on record that it was", async () => {
  const actor = await makePerson([inRole("reviewer")]);
  const other = await makePerson([inRole("admin")]);
  await declareInterest({ actor, interest: inSchool, now });
  const [interest] = await listInterests({ actor });
  const interestId = interest?.id ?? "";
  expect(await refusalOf(withdrawInterest({ actor: other, interestId, now }))).toBe(404);
  expect(await refusalOf(withdrawInterest({ actor, interestId: "nothing", now }))).toBe(404);
  await withdrawInterest({ actor, interestId, now });
  expect(await listInterests({ actor })).toEqual([]);
  expect(await refusalOf(withdrawInterest({ actor, interestId, now }))).toBe(404);
  const log = await asService((tx) => tx.accessEvent.findMany({ where: { personId: actor.personId } }));
  expect(log.map(({ kind, path }) => [kind, path])).toEqual([
    ["interestDeclared", `school:${schoolId}`],
    ["interestWithdrawn", `school:${schoolId}`],
  ]);
});

it("is closed to people of a council", async () => {
  const actor = await makePerson([inRole("officer", "001")]);
  const reviewer = await makePerson([inRole("reviewer")]);
  await declareInterest({ actor: reviewer, interest: inSchool, now });
  expect(await listInterests({ actor: { ...actor, personId: reviewer.personId } })).toHaveLength(1);
  expect(await listInterests({ actor })).toEqual([]);
});
