import { afterAll, beforeAll, expect, it } from "vitest";
import { asService, closePeopleDatabase, inRole, makePerson, openPeopleDatabase } from "~/people/people.fixture";
import { navigationFor } from "~/people/navigation";
import type { PersonActor } from "~/platform/actor";
import { countUnreadNotices } from "./count-unread-notices.server";
import { listNotices } from "./list-notices.server";

beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const now = new Date("2026-11-24T10:00:00Z");
const joined = (person: PersonActor, createdAt: string) =>
  asService((tx) => tx.person.update({ where: { id: person.personId }, data: { createdAt: new Date(createdAt) } }));
let written = 0;
const write = (createdAt: string, times = 1) =>
  asService((tx) =>
    tx.notice.createMany({
      data: Array.from({ length: times }, () => ({
        dedupeKey: `notice-${(written += 1)}`,
        audience: "council",
        councilCode: "001",
        title: "Plan returned",
        body: "Read the comments.",
        link: "/schools",
        createdAt: new Date(createdAt),
      })),
    }),
  );
const menuOf = async (actor: PersonActor) =>
  navigationFor(actor, { unread: await countUnreadNotices({ actor, now }) }).at(-1)?.text;

it("counts and lists what was written since the person joined, for 400 days, and counts no further than 99", async () => {
  const [old, recent] = [await makePerson([inRole("lead", "001")]), await makePerson([inRole("lead", "001")])];
  await joined(old, "2020-09-01T09:00:00Z");
  await joined(recent, "2026-11-01T09:00:00Z");
  await write("2025-10-19T10:00:00Z", 3);
  await write("2025-10-21T10:00:00Z", 2);
  await write("2026-11-02T09:00:00Z");
  expect(await listNotices({ actor: old, page: 1, now })).toMatchObject({ unread: 3, pages: 1 });
  expect((await listNotices({ actor: recent, page: 1, now })).notices).toHaveLength(1);
  expect(await menuOf(old)).toBe("Notices (3)");
  expect(await menuOf(recent)).toBe("Notices (1)");
  await write("2026-11-03T09:00:00Z", 98);
  expect(await menuOf(recent)).toBe("Notices (99)");
  await write("2026-11-04T09:00:00Z", 50);
  expect(await menuOf(recent)).toBe("Notices (99+)");
});
