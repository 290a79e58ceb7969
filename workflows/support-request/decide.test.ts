import { describe, expect, it } from "vitest";
import {
  decideSupportRequest,
  initialSupportRequest,
  listSupportRequestEvents,
  supportRequestRefusalSentence,
} from "./decide";
import type { Side, StoredSupportRequest, SupportRequestEvent, SupportRequestRefusal } from "./types";
import { supportRequestStates } from "./types";

const today = "2026-11-24";
const opened = initialSupportRequest({
  requestId: "r",
  supportSchoolId: "s",
  kind: "place",
  startsOn: "2027-01-04",
  endsOn: "2027-07-23",
});
const inState = (state: StoredSupportRequest["state"]): StoredSupportRequest => ({ ...opened, state });
const as = (...sides: Side[]) => ({ actor: { id: "o", role: "officer" as const }, today, sides });
const known = { accredited: true, conflict: false };
const ask = { type: "ASK_FOR_SUPPORT", ...as("asking"), ...known, caseOpen: true, withinStaff: true } as const;
const accept = { type: "ACCEPT_REQUEST", ...as("supporting"), ...known, free: 1, taken: 1 } as const;
const decline = { type: "DECLINE_REQUEST", ...as("supporting"), reasonGiven: true } as const;
const withdraw = { type: "WITHDRAW_REQUEST", ...as("asking") } as const;
const end = { type: "END_SUPPORT", ...as("asking"), reasonGiven: true } as const;

describe("a request for support", () => {
  it.each<[StoredSupportRequest["state"], SupportRequestEvent, StoredSupportRequest["state"]]>([
    ["notAsked", ask, "asked"],
    ["asked", accept, "accepted"],
    ["asked", decline, "declined"],
    ["asked", withdraw, "withdrawn"],
    ["accepted", end, "ended"],
    ["accepted", { ...end, ...as("supporting") }, "ended"],
    ["asked", { ...accept, ...as("asking", "supporting") }, "accepted"],
  ])("goes on from %s", (from, event, to) => {
    expect(decideSupportRequest(inState(from), event)).toMatchObject({ ok: true, state: to });
  });

  it.each<[string, StoredSupportRequest["state"], SupportRequestEvent, SupportRequestRefusal]>([
    ["somebody of neither council asks", "notAsked", { ...ask, sides: [] }, "notYourRole"],
    ["the Department asks", "notAsked", { ...ask, actor: { id: "a", role: "admin" } }, "notYourRole"],
    ["the case has ended", "notAsked", { ...ask, caseOpen: false }, "caseClosed"],
    ["the accreditation does not cover the days", "notAsked", { ...ask, accredited: false }, "notAccredited"],
    ["a conflict is declared", "notAsked", { ...ask, conflict: true }, "conflictOfInterest"],
    ["there are not so many days of that teacher", "notAsked", { ...ask, withinStaff: false }, "noSuchStaff"],
    ["the asking council accepts its own request", "asked", { ...accept, sides: ["asking"] }, "notYourRole"],
    ["no place is free", "asked", { ...accept, free: 0 }, "noPlaceFree"],
    ["half a teacher's days are free", "asked", { ...accept, free: 1, taken: 2 }, "noPlaceFree"],
    ["a conflict was declared since", "asked", { ...accept, conflict: true }, "conflictOfInterest"],
    ["its days are over", "asked", { ...accept, today: "2027-07-23" }, "datesPast"],
    ["no reason is given", "asked", { ...decline, reasonGiven: false }, "reasonMissing"],
    ["the other council withdraws it", "asked", { ...withdraw, sides: ["supporting"] }, "notYourRole"],
    ["it was accepted before", "accepted", accept, "wrongState"],
    ["it was withdrawn", "withdrawn", accept, "wrongState"],
    ["it has ended", "ended", end, "wrongState"],
  ])("is left as it is where %s", (_, state, event, reason) => {
    expect(decideSupportRequest(inState(state), event)).toEqual({ ok: false, reason, state });
    expect(supportRequestRefusalSentence(reason, state)).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
  });

  it("refuses dates the wrong way round", () => {
    const context = { ...opened.context, endsOn: "2027-01-04" };
    expect(decideSupportRequest({ ...opened, context }, ask)).toMatchObject({ reason: "datesOutOfOrder" });
  });

  it("offers each person what they may do, by the same guards", () => {
    const may = (...sides: Side[]) =>
      supportRequestStates.map((state) => listSupportRequestEvents(inState(state), { role: "lead", sides, today }));
    expect(may("asking")).toEqual([["ASK_FOR_SUPPORT"], ["WITHDRAW_REQUEST"], ["END_SUPPORT"], [], [], []]);
    expect(may("supporting")).toEqual([[], ["ACCEPT_REQUEST", "DECLINE_REQUEST"], ["END_SUPPORT"], [], [], []]);
    expect(may().flat()).toEqual([]);
  });
});
