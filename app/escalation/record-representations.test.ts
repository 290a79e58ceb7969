import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyLog } from "~/audit/verify-log.server";
import { listNotices } from "~/notifications/list-notices.server";
import { tellOfEvent } from "~/notifications/tell-of-event.server";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import type { PersonActor } from "~/platform/actor";
import { withClient } from "~/platform/embedded/connect";
import {
  asService,
  day,
  identified,
  inCouncil,
  inDepartment,
  openScene,
  outcomeOf,
  person,
  type Scene,
  TODAY,
} from "~/reviews/review-scene.fixture";
import { getEscalation, getEscalationToAnswer } from "./get-escalation.server";
import { listCouncilEscalations } from "./list-council-escalations.server";
import { confirmStep, proposeStep } from "./propose-step.server";
import { recordRepresentations } from "./record-representations.server";

const REASON = "A plan has been overdue since October.";
const ANSWER = "The plan is with the governors and comes by 4 December.\nTwo of three sections are written.";

let scene: Scene;
let escalationId: string;
beforeAll(openPeopleDatabase);
afterAll(closePeopleDatabase);

const stored = () => asService((tx) => tx.councilEscalation.findUniqueOrThrow({ where: { id: escalationId } }));
const logged = () =>
  asService((tx) =>
    tx.event.findMany({
      where: { chain: `escalation:${escalationId}` },
      orderBy: { sequence: "asc" },
      include: { words: true },
    }),
  );

// A council with a plan that is overdue by more than the days of grace, and a step proposed because of it.
beforeEach(async () => {
  scene = await openScene();
  const { programmeId, admin } = scene;
  await identified(scene, "Overdue Primary School", "2026-10-30");
  const asked = { actor: admin, programmeId, councilCode: "001", reason: REASON, noticeEndsOn: "2026-12-08" };
  await proposeStep({ ...asked, now: TODAY });
  const where = { programmeId_councilCode: { programmeId, councilCode: "001" } };
  escalationId = (await asService((tx) => tx.councilEscalation.findUniqueOrThrow({ where }))).id;
});

const answer = (actor: PersonActor, more: { commandId?: string; representations?: string } = {}) =>
  recordRepresentations({ actor, escalationId, representations: ANSWER, now: TODAY, ...more });
const read = (actor: PersonActor, now = TODAY) => getEscalation({ actor, escalationId, now });
/** Another admin decides, by default on the first day on which it is possible. */
const confirm = (now = day("2026-12-08")) => {
  const actor: PersonActor = { ...scene.second, roles: [inDepartment("admin")] };
  return confirmStep({ actor, programmeId: scene.programmeId, councilCode: "001", now });
};

describe("a council's answer to a proposed step", () => {
  it("is given by its lead, kept word for word, and leaves the step proposed", async () => {
    await answer(scene.lead);
    expect(await stored()).toMatchObject({
      step: "proposed",
      level: "none",
      context: { proposal: { representations: 1 } },
    });
    expect((await logged()).at(-1)).toMatchObject({
      type: "RECORD_REPRESENTATIONS",
      actorId: scene.lead.personId,
      actorRole: "lead",
      words: { words: ANSWER },
    });
    expect((await verifyLog()).difference).toBeNull();
  });

  it("is nobody else's to give", async () => {
    expect(await outcomeOf(answer(scene.officer))).toBe("notYourRole");
    expect(await outcomeOf(answer(scene.admin))).toBe("notYourRole");
    expect(await outcomeOf(answer(scene.reviewer))).toBe("notYourRole");
    expect(await outcomeOf(answer(scene.otherLead))).toBe(404);
    const both = await person("Lotta Brook", inCouncil("officer", "001"), inCouncil("lead", "002"));
    expect(await outcomeOf(answer(both))).toBe("notYourRole");
    expect((await stored()).eventCount).toBe(2);
  });

  it("is refused without words, and once the step is decided", async () => {
    expect(await outcomeOf(answer(scene.lead, { representations: " \n" }))).toBe("representationsMissing");
    await confirm();
    expect(await outcomeOf(answer(scene.lead))).toBe("wrongState");
    expect(await outcomeOf(getEscalationToAnswer({ actor: scene.lead, escalationId, now: TODAY }))).toBe("wrongState");
    expect(await stored()).toMatchObject({ level: "concern", step: "idle", eventCount: 3 });
  });

  it("happens once however often the same form is sent, and again with another", async () => {
    const commandId = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => answer(scene.lead, { commandId })));
    expect((await stored()).eventCount).toBe(3);
    await answer(scene.lead, { commandId: randomUUID(), representations: "The plan came in today." });
    await answer(scene.lead, { commandId });
    const words = (await logged()).flatMap((event) => event.words?.words ?? []);
    expect(words).toEqual([REASON, ANSWER, "The plan came in today."]);
  });

  it("sent again after the decision gets the same answer as the first time", async () => {
    const commandId = randomUUID();
    await answer(scene.lead, { commandId });
    await confirm();
    expect(await outcomeOf(answer(scene.lead, { commandId }))).toBe("done");
  });
});

describe("an escalation as people read it", () => {
  it("says where it stands, why, until when the council can answer, and who did what", async () => {
    await answer(scene.lead);
    for (const actor of [scene.lead, scene.officer, scene.admin, scene.reviewer]) {
      const found = await read(actor);
      expect(found).toMatchObject({
        council: { name: "Ashmere" },
        level: "none",
        proposal: {
          level: "concern",
          reason: REASON,
          proposedOn: "2026-11-24",
          lastDayToAnswer: "2026-12-07",
          daysLeft: 13,
          lastAnsweredAt: TODAY.toISOString(),
        },
        ofOwnCouncil: actor === scene.lead || actor === scene.officer,
        mayAnswer: actor === scene.lead,
      });
      expect(found.entries).toMatchObject([
        { title: "Made representations", by: "Lena Firth, Council lead", words: ANSWER },
        {
          title: "Proposed to tell the council formally of its concern, with time to answer until 7 December 2026",
          by: "Alder Combe, Department admin",
          words: REASON,
        },
      ]);
    }
  });

  it("is not there for another council, nor on its home page", async () => {
    expect(await outcomeOf(read(scene.otherLead))).toBe(404);
    expect(await listCouncilEscalations({ actor: scene.otherLead, now: TODAY })).toEqual([]);
  });

  it("stands on the home page of its own council while a step is proposed or a level in force", async () => {
    const own = async () =>
      (await listCouncilEscalations({ actor: scene.officer, now: TODAY })).find(({ id }) => id === escalationId);
    expect(await own()).toMatchObject({ level: "none", proposal: { level: "concern", daysLeft: 13 } });
    await confirm();
    expect(await own()).toMatchObject({ level: "concern", proposal: null });
  });

  it("gives the council to the end of the last day on which the step cannot be confirmed yet", async () => {
    expect((await read(scene.lead, new Date("2026-12-07T23:59:00Z"))).proposal).toMatchObject({ daysLeft: 0 });
    expect(await outcomeOf(confirm(new Date("2026-12-07T23:59:00Z")))).toBe("noticeRunning");
    expect((await read(scene.lead, new Date("2026-12-08T00:00:00Z"))).proposal).toMatchObject({ daysLeft: -1 });
  });

  it("speaks of the proposal that is open, not of an earlier one", async () => {
    await answer(scene.lead);
    await confirm();
    const { programmeId, admin } = scene;
    const reason = "The plan is still missing.";
    const again = { actor: admin, programmeId, councilCode: "001", reason, noticeEndsOn: "2026-12-29" };
    await proposeStep({ ...again, now: day("2026-12-10") });
    expect((await read(scene.lead, day("2026-12-10"))).proposal).toMatchObject({
      level: "adviserProposed",
      reason,
      lastAnsweredAt: null,
    });
  });
});

describe("notices of an escalation", () => {
  it("tell the council of a step and the admins of its answer, each once, with no date in a title", async () => {
    await answer(scene.lead);
    const ids = (await logged()).map(({ id }) => id);
    for (const eventId of [...ids, ...ids]) await tellOfEvent({ eventId });
    const link = `/escalations/${escalationId}`;
    const told = async (actor: PersonActor) =>
      (await listNotices({ actor, page: 1, now: TODAY })).notices.filter((notice) => notice.link === link);
    const step = {
      title: "Step proposed: tell the council formally of its concern",
      body: "The Department gives its reason on the page. A council lead can answer until the end of 7 December 2026.",
    };
    expect(await told(scene.lead)).toMatchObject([step]);
    expect(await told(scene.officer)).toMatchObject([step]);
    expect(await told(scene.admin)).toMatchObject([{ title: "Representations made by Ashmere" }]);
    expect(await told(scene.reviewer)).toEqual([]);
    expect(await told(scene.otherLead)).toEqual([]);
  });

  it("are added to the queue with the event itself", async () => {
    const [, proposed] = await logged();
    const waiting = await withClient(process.env.DATABASE_URL ?? "", (client) =>
      client.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`tell:${proposed?.id}`]),
    );
    expect(waiting.rowCount).toBe(1);
  });
});
