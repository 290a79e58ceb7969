import { describe, expect, it } from "vitest";
import { isSameRule, type ProgrammeRule, readRule } from "./rule-version";

const rule: ProgrammeRule = {
  measure: "ks2-l4-em",
  floor: "55",
  latestYear: 2026,
  ruleYears: 1,
  concernYears: 4,
  gapPolicy: "break",
  minPublishedYears: 1,
  minPupils: 0,
};

describe("a rule that a run kept before there was a number of pupils", () => {
  const { minPupils: _, ...before } = rule;

  it("asked for none", () => expect(readRule(before)).toEqual(rule));

  it("is the same rule until somebody asks for a number", () => {
    expect(isSameRule(before as ProgrammeRule, rule)).toBe(true);
    expect(isSameRule(before as ProgrammeRule, { ...rule, minPupils: 10 })).toBe(false);
    expect(isSameRule({ ...rule, minPupils: 10 }, before as ProgrammeRule)).toBe(false);
  });
});
