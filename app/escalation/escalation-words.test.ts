import { describe, expect, it } from "vitest";
import { noticeOfEscalation } from "~/notifications/notice-of-escalation";
import { describeWhatComesNext } from "./describe-escalation";
import { describeEscalationEvent } from "./describe-escalation-event";

describe("what is said of an escalation", () => {
  it("that is lifted while a step is proposed names the step that is dropped with it, in history and notice", () => {
    const lift = (step: string) => ({
      ...{ type: "LIFT", payload: {}, councilName: "Ashmere" },
      ...{ before: { level: "concern", step }, after: { level: "none" } },
    });
    const told = (step: string) => {
      const event = lift(step) as Parameters<typeof noticeOfEscalation>[0];
      return [describeEscalationEvent(event), noticeOfEscalation(event)?.body];
    };
    expect(told("proposed")).toEqual([
      "lifted the escalation and dropped the proposed step",
      "No step is in force any more, and the proposal to put forward an adviser is dropped. The history holds the reason.",
    ]);
    expect(told("idle")).toEqual([
      "lifted the escalation",
      "No step is in force any more. The history holds the reason.",
    ]);
  });

  it("says of a proposed step that it can be dropped until it is confirmed, also once the notice has ended", () => {
    const next = (daysLeft: number) => describeWhatComesNext({ noticeEndsOn: "2026-12-08", daysLeft });
    expect(next(3)).toMatch(
      /^From 8 December 2026 an admin .* can confirm it\. Until it is confirmed it can be dropped\.$/,
    );
    expect(next(-1)).toMatch(/^Now an admin .* can confirm it\. Until it is confirmed it can be dropped\.$/);
  });
});
