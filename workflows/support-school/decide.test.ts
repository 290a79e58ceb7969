import { describe, expect, it } from "vitest";
import {
  decideSupportSchool,
  initialSupportSchool,
  listSupportSchoolEvents,
  supportSchoolRefusalSentence,
} from "./decide";
import type { StoredSupportSchool, SupportSchoolEvent, SupportSchoolRefusal } from "./types";
import { supportSchoolStates } from "./types";

const today = "2026-11-24";
const lead = { id: "lead", role: "lead" } as const;
const admin = { id: "admin", role: "admin" } as const;
const opened = initialSupportSchool({ supportSchoolId: "s", councilCode: "001" });
const inState = (state: StoredSupportSchool["state"]): StoredSupportSchool => ({ ...opened, state });
const propose = { type: "PROPOSE_SUPPORT_SCHOOL", actor: lead, today, ownCouncil: true, eligible: true } as const;
const accredit = {
  type: "ACCREDIT_SUPPORT_SCHOOL",
  actor: admin,
  today,
  eligible: true,
  termFrom: "2026-09-01",
  termTo: "2028-08-31",
} as const;
const refuse = { type: "REFUSE_SUPPORT_SCHOOL", actor: admin, today, reasonGiven: true } as const;
const end = {
  type: "END_SUPPORT_SCHOOL",
  actor: lead,
  today,
  ownCouncil: true,
  reasonGiven: true,
  running: 0,
} as const;

describe("a support school", () => {
  it("is proposed, accredited for a term, and ended", () => {
    const proposed = decideSupportSchool(opened, propose);
    expect(proposed).toMatchObject({ ok: true, state: "proposed" });
    const accredited = decideSupportSchool(inState("proposed"), accredit);
    expect(accredited).toMatchObject({
      ok: true,
      state: "accredited",
      context: { term: { from: "2026-09-01", to: "2028-08-31" } },
    });
    expect(decideSupportSchool(inState("accredited"), end)).toMatchObject({ ok: true, state: "ended" });
    expect(decideSupportSchool(inState("proposed"), refuse)).toMatchObject({ ok: true, state: "refused" });
  });

  it.each<[string, StoredSupportSchool["state"], SupportSchoolEvent, SupportSchoolRefusal]>([
    ["another council's officer proposes", "notProposed", { ...propose, ownCouncil: false }, "notYourRole"],
    ["an admin proposes", "notProposed", { ...propose, actor: admin }, "notYourRole"],
    ["the school is flagged", "notProposed", { ...propose, eligible: false }, "notEligible"],
    ["a lead accredits", "proposed", { ...accredit, actor: lead }, "notYourRole"],
    ["the school was flagged since", "proposed", { ...accredit, eligible: false }, "notEligible"],
    ["the term is the wrong way round", "proposed", { ...accredit, termTo: "2026-08-31" }, "termEndsBeforeItBegins"],
    ["the term is over", "proposed", { ...accredit, termTo: today }, "termOver"],
    ["a refusal has no reason", "proposed", { ...refuse, reasonGiven: false }, "reasonMissing"],
    ["support is running", "accredited", { ...end, running: 1 }, "supportRunning"],
    ["another council ends it", "accredited", { ...end, ownCouncil: false }, "notYourRole"],
    ["it is accredited twice", "accredited", accredit, "wrongState"],
    ["a refused one is accredited", "refused", accredit, "wrongState"],
    ["an ended one is ended", "ended", end, "wrongState"],
  ])("is left as it is where %s", (_, state, event, reason) => {
    expect(decideSupportSchool(inState(state), event)).toEqual({ ok: false, reason, state });
    expect(supportSchoolRefusalSentence(reason, state)).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
  });

  it("offers each person what they may do, by the same guards", () => {
    const may = (role: "lead" | "admin" | "reviewer", ownCouncil: boolean) =>
      supportSchoolStates.map((state) => listSupportSchoolEvents(inState(state), { role, ownCouncil, today }));
    expect(may("lead", true)).toEqual([["PROPOSE_SUPPORT_SCHOOL"], [], ["END_SUPPORT_SCHOOL"], [], []]);
    expect(may("admin", false)).toEqual([
      [],
      ["ACCREDIT_SUPPORT_SCHOOL", "REFUSE_SUPPORT_SCHOOL"],
      ["END_SUPPORT_SCHOOL"],
      [],
      [],
    ]);
    expect(may("reviewer", false).flat()).toEqual([]);
  });

  it("refuses a date that does not exist", () => {
    expect(() => decideSupportSchool(inState("proposed"), { ...accredit, termTo: "2027-02-30" })).toThrow(RangeError);
  });
});
