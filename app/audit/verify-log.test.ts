import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closePeopleDatabase, openPeopleDatabase } from "~/people/people.fixture";
import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { decided, identified, inReview, openScene, type Scene } from "~/reviews/review-scene.fixture";
import { checkChain } from "./check-chain";
import { readChains, type StoredChain } from "./read-chains.server";
import { sealLog } from "./seal-log.server";
import { verifyLog } from "./verify-log.server";

const tables = ["events", "school_cases", "checkpoints"];
let scene: Scene;
/** Somebody who holds the database itself: no policy and no trigger stops them. */
let intruder: pg.Client;
let long: string;

beforeAll(async () => {
  await openPeopleDatabase();
  scene = await openScene();
  const { caseId, planId } = await inReview(scene, "Long Lane Primary School");
  await decided(scene, planId);
  long = caseId;
  for (const name of ["One Primary School", "Two Primary School"]) await identified(scene, name);
  await sealLog({ now: new Date("2026-11-24T12:00:00Z") });
  intruder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await intruder.connect();
  await intruder.query("SET session_replication_role = replica");
  for (const table of tables) await intruder.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
});
afterEach(async () => {
  for (const table of tables)
    await intruder.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}`);
});
afterAll(async () => {
  await intruder.end();
  await closePeopleDatabase();
});

const chains = () =>
  asActor(system("test"), (tx) => readChains(tx, { after: "00000000-0000-0000-0000-000000000000", limit: 100 }));

describe("a log that nobody touched", () => {
  it("agrees with what is stored, before and after it is sealed again", async () => {
    expect(await verifyLog()).toMatchObject({ cases: 3, checkpoints: 1, difference: null });
    expect(await sealLog({ now: new Date("2026-11-24T13:00:00Z") })).toEqual({ sealed: false });
    await identified(scene, "Three Primary School");
    expect(await sealLog({ now: new Date("2026-11-24T11:00:00Z") })).toEqual({ sealed: true });
    expect(await verifyLog()).toMatchObject({ cases: 4, checkpoints: 2, difference: null });
  });
});

/** A generator of its own, so that a failure can be run again. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    yield state / 4_294_967_296;
  }
}

const changed = (value: unknown): unknown => {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return `${value}x`;
  return value === null ? "x" : { ...(value as object), added: 1 };
};

/** An instant has to stay one, so that what is found is the change and not its form. */
const later = (at: string) => new Date(Date.parse(at) + 1).toISOString();

describe("a chain of which something was changed", () => {
  it("is found out in each of 1,000 random edits, deletions and reorderings", async () => {
    const whole = (await chains()).find(({ caseId }) => caseId === long)!;
    expect(checkChain(whole)).toBeNull();
    const random = numbers(20_261_124);
    const below = (limit: number) => Math.floor(random.next().value * limit);
    const missed: string[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const copy = structuredClone(whole) as StoredChain;
      const { events } = copy;
      const at = below(events.length);
      const kind = ["column", "column", "payload", "delete", "swap", "case"][below(6)]!;
      let what = `${round}: ${kind} at ${at + 1}`;
      if (kind === "delete") events.splice(at, 1);
      if (kind === "swap") {
        const other = (at + 1 + below(events.length - 1)) % events.length;
        [events[at], events[other]] = [events[other]!, events[at]!];
        // With their numbers changed as well, so that the order alone gives nothing away.
        if (below(2)) for (const [index, event] of events.entries()) event.sequence = index + 1;
      }
      const target: Record<string, unknown> =
        kind === "case"
          ? (copy as unknown as Record<string, unknown>)
          : kind === "payload"
            ? events[at]!.payload
            : { ...events[at]! };
      const keys = Object.keys(target).filter((key) => key !== "events" && key !== "caseId");
      if (["column", "payload", "case"].includes(kind)) {
        const key = keys[below(keys.length)]!;
        what += ` ${key}`;
        target[key] = key === "at" ? later(String(target[key])) : changed(target[key]);
        if (kind === "column") events[at] = target as unknown as StoredChain["events"][number];
      }
      if (!checkChain(copy)) missed.push(what);
    }
    expect(missed).toEqual([]);
  });

  it("names the first event that differs", async () => {
    const whole = (await chains()).find(({ caseId }) => caseId === long)!;
    whole.events[3]!.actorRole = "admin";
    whole.events[5]!.actorRole = "admin";
    expect(checkChain(whole)).toMatchObject({ caseId: long, sequence: 4 });
  });
});

describe("a database that somebody with every right changed", () => {
  const found = async () => (await verifyLog()).difference;

  it("shows an event rewritten, deleted or moved", async () => {
    const where = `chain = 'case:${long}' AND sequence`;
    await intruder.query(`UPDATE events SET actor_role = 'admin' WHERE ${where} = 4`);
    expect(await found()).toMatchObject({ caseId: long, sequence: 4 });
    await intruder.query(`DELETE FROM events WHERE ${where} = 3`);
    expect(await found()).toMatchObject({ caseId: long, sequence: 3 });
    await intruder.query(`UPDATE events SET department_only = true WHERE ${where} = 1`);
    expect(await found()).toMatchObject({ caseId: long, sequence: 1 });
  });

  it("shows a case that says other than its log", async () => {
    await intruder.query(`UPDATE school_cases SET plan_state = 'approved' WHERE id = '${long}'`);
    expect(await found()).toMatchObject({
      caseId: long,
      sequence: null,
      problem: expect.stringContaining("planState"),
    });
  });

  it("shows a date moved outside the log, in the column and in the context", async () => {
    await intruder.query(
      `UPDATE school_cases SET due_on = '2027-12-31', context = jsonb_set(context, '{dueOn}', '"2027-12-31"') WHERE id = '${long}'`,
    );
    expect(await found()).toMatchObject({ caseId: long, problem: expect.stringContaining("context") });
  });

  it("shows a case deleted with or without its events", async () => {
    await intruder.query(`DELETE FROM school_cases WHERE id = '${long}'`);
    expect(await found()).toMatchObject({ caseId: long, sequence: 1 });
    await intruder.query(`DELETE FROM events WHERE case_id = '${long}'`);
    expect(await found()).toMatchObject({ caseId: long, problem: expect.stringContaining("checkpoint") });
  });

  it("shows a chain cut short together with its case, which only the checkpoint can tell", async () => {
    await intruder.query(`DELETE FROM events WHERE chain = 'case:${long}' AND sequence > 1`);
    await intruder.query(
      `UPDATE school_cases c SET event_count = 1, event_hash = e.hash, plan_state = 'identified', submitted_on = null,
         submitted_at = null, reviewer_id = null, deadline_state = 'notDue',
         context = (SELECT o.context FROM school_cases o WHERE o.plan_state = 'identified' LIMIT 1)
           || jsonb_build_object('caseId', c.id, 'schoolUrn', e.payload -> 'schoolUrn', 'laestab', e.payload -> 'laestab')
       FROM events e WHERE e.case_id = c.id AND c.id = '${long}'`,
    );
    expect(await found()).toMatchObject({ caseId: long, problem: expect.stringContaining("checkpoint") });
  });

  it("shows a checkpoint that was rewritten", async () => {
    await intruder.query("UPDATE checkpoints SET events = events - 1");
    expect(await found()).toMatchObject({ problem: expect.stringContaining("checkpoint") });
  });
});
