import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roles } from "../school-plan/types";
import type { Actor, Role } from "../school-plan/types";
import { decideEscalation, escalationRefusalSentence, initialEscalation, replayEscalation } from "./decide";
import { councilEscalationMachine } from "./machine";
import { escalationEventTypes, levels } from "./types";
import type { EscalationEvent, EscalationEventType, EscalationRefusal, Level, Step, StoredEscalation } from "./types";

const input = { escalationId: "escalation-1", councilCode: "001" };
const TODAY = "2027-03-01";
const NOTICE = "2027-03-15";

const facts = {
  PROPOSE_STEP: { reasonGiven: true, noticeEndsOn: NOTICE, mostOverdueDays: 10, graceDays: 10, mostReturns: 0 },
  RECORD_REPRESENTATIONS: { wordsGiven: true },
  CONFIRM_STEP: {},
  DROP_STEP: { reasonGiven: true },
  LIFT: { reasonGiven: true },
};

function eventOf(type: EscalationEventType, by: Role | Actor, changed: object = {}, today = TODAY): EscalationEvent {
  const actor = typeof by === "string" ? { id: `${by}-1`, role: by } : by;
  return { type, actor, today, ...facts[type], ...changed } as EscalationEvent;
}

const admin2: Actor = { id: "admin-2", role: "admin" };
const propose = eventOf("PROPOSE_STEP", "admin");
const confirm = eventOf("CONFIRM_STEP", admin2, {}, NOTICE);

/** An escalation at a level, with or without a step proposed. */
const at = (level: Level, step: Step): StoredEscalation =>
  replayEscalation(input, [
    ...Array.from({ length: levels.indexOf(level) }, () => [propose, confirm]).flat(),
    ...(step === "proposed" ? [propose] : []),
  ]);

// Nothing can be proposed above the highest level, so that combination does not occur.
const places = levels.flatMap((level) =>
  (["idle", "proposed"] as const).flatMap((step) =>
    level === "directed" && step === "proposed" ? [] : [{ level, step }],
  ),
);

/** The table written out again: step it needs (or any), who, and what follows. */
const declared: Record<
  EscalationEventType,
  { step: Step | "any"; who: Role; next: (level: Level, step: Step) => object }
> = {
  PROPOSE_STEP: { step: "idle", who: "admin", next: (level) => ({ level, step: "proposed" }) },
  RECORD_REPRESENTATIONS: { step: "proposed", who: "lead", next: (level) => ({ level, step: "proposed" }) },
  CONFIRM_STEP: {
    step: "proposed",
    who: "admin",
    next: (level) => ({ level: levels[levels.indexOf(level) + 1], step: "idle" }),
  },
  DROP_STEP: { step: "proposed", who: "admin", next: (level) => ({ level, step: "idle" }) },
  LIFT: { step: "any", who: "admin", next: () => ({ level: "none", step: "idle" }) },
};

describe("every level × step × event × role", () => {
  it.each(places)("$level, $step: exactly the declared events", ({ level, step }) => {
    for (const type of escalationEventTypes) {
      const line = declared[type];
      const heard = (line.step === "any" || line.step === step) && !(type === "LIFT" && level === "none");
      for (const role of roles) {
        const sender = { id: `${role}-2`, role };
        const decision = decideEscalation(
          at(level, step),
          eventOf(type, sender, {}, type === "CONFIRM_STEP" ? NOTICE : TODAY),
        );
        const where = `${type} ${role}`;
        const top = type === "PROPOSE_STEP" && level === "directed" && role === "admin";
        if (top) expect(decision, where).toEqual({ ok: false, reason: "highestLevel" });
        else if (!heard) expect(decision, where).toEqual({ ok: false, reason: "wrongState" });
        else if (role !== line.who) expect(decision, where).toEqual({ ok: false, reason: "notYourRole" });
        else expect(decision, where).toMatchObject({ ok: true, changed: true, state: line.next(level, step) });
      }
    }
  });

  it("the machine hears each declared event and no other command", () => {
    const heard = councilEscalationMachine.events.filter((type) => !["STEP_CONFIRMED", "LEVEL_LIFTED"].includes(type));
    expect([...heard].sort()).toEqual([...escalationEventTypes].sort());
  });
});

describe("each guard refuses alone and says why", () => {
  const proposed = at("concern", "proposed");
  const idle = at("concern", "idle");
  it.each<[string, StoredEscalation, EscalationEvent, EscalationRefusal]>([
    ["no reason", idle, eventOf("PROPOSE_STEP", "admin", { reasonGiven: false }), "reasonMissing"],
    ["inside the grace days", idle, eventOf("PROPOSE_STEP", "admin", { mostOverdueDays: 9 }), "preconditionNotMet"],
    [
      "due today, without grace days",
      idle,
      eventOf("PROPOSE_STEP", "admin", { mostOverdueDays: 0, graceDays: 0 }),
      "preconditionNotMet",
    ],
    [
      "returned once",
      idle,
      eventOf("PROPOSE_STEP", "admin", { mostOverdueDays: 0, mostReturns: 1 }),
      "preconditionNotMet",
    ],
    ["a notice that ends today", idle, eventOf("PROPOSE_STEP", "admin", { noticeEndsOn: TODAY }), "dateNotAfterToday"],
    ["the proposer confirms", proposed, eventOf("CONFIRM_STEP", "admin", {}, NOTICE), "sameAdmin"],
    ["a day before the notice ends", proposed, eventOf("CONFIRM_STEP", admin2, {}, "2027-03-14"), "noticeRunning"],
    [
      "empty representations",
      proposed,
      eventOf("RECORD_REPRESENTATIONS", "lead", { wordsGiven: false }),
      "representationsMissing",
    ],
    ["dropped without a reason", proposed, eventOf("DROP_STEP", "admin", { reasonGiven: false }), "reasonMissing"],
    ["lifted without a reason", idle, eventOf("LIFT", "admin", { reasonGiven: false }), "reasonMissing"],
    ["an internal event", proposed, { ...confirm, type: "STEP_CONFIRMED" } as unknown as EscalationEvent, "wrongState"],
  ])("%s", (_, stored, event, reason) => {
    expect(decideEscalation(stored, event)).toEqual({ ok: false, reason });
  });

  it("two returns are enough without a date gone by", () => {
    const event = eventOf("PROPOSE_STEP", "admin", { mostOverdueDays: 0, mostReturns: 2 });
    expect(decideEscalation(idle, event).ok).toBe(true);
  });

  it("a date that does not exist is thrown back", () => {
    expect(() => decideEscalation(idle, eventOf("PROPOSE_STEP", "admin", { noticeEndsOn: "2027-02-29" }))).toThrow(
      RangeError,
    );
  });
});

describe("what follows", () => {
  it("a confirmed step raises by one, and the effects say so", () => {
    expect(decideEscalation(at("concern", "proposed"), confirm)).toMatchObject({
      effects: [{ type: "stepConfirmed" }, { type: "levelRaised", from: "concern", to: "adviserProposed" }],
      context: { nextLevel: "adviserAppointed", proposal: null },
    });
  });

  it("the council's answers are counted with the proposal", () => {
    const answer = eventOf("RECORD_REPRESENTATIONS", "lead");
    expect(replayEscalation(input, [propose, answer, answer]).context.proposal).toEqual({
      level: "concern",
      byId: "admin-1",
      proposedOn: TODAY,
      noticeEndsOn: NOTICE,
      representations: 2,
    });
  });

  it("lifting ends an open proposal, which was for the level above the one lifted", () => {
    const lifted = decideEscalation(at("adviserAppointed", "proposed"), eventOf("LIFT", "admin"));
    expect(lifted).toMatchObject({
      state: { level: "none", step: "idle" },
      context: { nextLevel: "concern", proposal: null },
      effects: [{ type: "levelLifted", from: "adviserAppointed" }, { type: "stepDropped" }],
    });
  });

  it("a refusal says what happened and what stands", () => {
    expect(escalationRefusalSentence("highestLevel", { level: "directed", step: "idle" })).toBe(
      "The step was not proposed because there is no higher level. No step is proposed.",
    );
  });

  it("replaying a random history gives the stored escalation; a refused event is named", () => {
    const who = fc.constantFrom<Actor>({ id: "admin-1", role: "admin" }, admin2, { id: "lead-1", role: "lead" });
    const event = fc.record({
      type: fc.constantFrom(...escalationEventTypes),
      who,
      today: fc.constantFrom(TODAY, NOTICE),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (drawn) => {
        let stored = initialEscalation(input);
        const log: EscalationEvent[] = [];
        for (const { type, who: actor, today } of drawn) {
          const candidate = eventOf(type, actor, type === "PROPOSE_STEP" ? { noticeEndsOn: "2027-03-16" } : {}, today);
          const decision = decideEscalation(stored, candidate);
          if (!decision.ok) continue;
          const gained = levels.indexOf(decision.state.level) - levels.indexOf(stored.state.level);
          expect(gained === 1 ? type : "LIFT").toBe(gained === 1 ? "CONFIRM_STEP" : gained < 0 ? type : "LIFT");
          expect(decision.context.proposal === null).toBe(decision.state.step === "idle");
          stored = { state: decision.state, context: decision.context };
          log.push(candidate);
        }
        expect(replayEscalation(input, log)).toEqual(stored);
      }),
      { numRuns: 500, seed: 20261124 },
    );
    expect(() => replayEscalation(input, [propose, propose])).toThrow("Event 2, PROPOSE_STEP, was refused: wrongState");
  });
});
