import { isValidElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ExplainedFlag } from "./explained-flag";
import { type Explanation, readExplainedYears } from "./explanation";

const files = ["a", "b"].map((id) => ({ id, filename: "results.csv", checksum: id.repeat(64), years: [2025, 2026] }));
const rule = { measure: "ks2-l4-em", floor: "55", latestYear: 2026, ruleYears: 1, concernYears: 1 } as const;
const kept = (pupils?: Record<string, number>) =>
  readExplainedYears({ values: { 2026: "53" }, codes: {}, pupils, files: { 2026: "a" }, lines: { 2026: 7 } }, files);

const explained: Explanation = {
  school: { id: "s", name: "Oak", urn: "900001", laestab: "0012001", council: "Ashmere", region: "North Vale" },
  heldAs: null,
  programme: {
    ...{ ...rule, name: "Floor", floor: 55 },
    ...{ goalValue: 78, goalYear: 2028, goalKind: "national", exitYears: 1 },
  },
  run: { id: "r", number: 1, ruleVersion: 1, publishedAt: null },
  rule: { ...rule, gapPolicy: "break", minPublishedYears: 1, minPupils: 0 },
  ...{ eligible: true, flagged: true, firstConcern: false, sentence: "Below 55% in 2026: 53" },
  years: kept({ 2026: 40 }),
  files,
  results: {
    measure: rule.measure,
    floor: 55,
    school: [{ year: 2026, value: 53, code: null }],
    council: [null],
    national: [null],
  },
  averages: { council: {}, region: {}, national: {} },
};

/** The page in words. */
const words = (changes: Partial<Explanation> = {}) =>
  renderToStaticMarkup(<ExplainedFlag explanation={{ ...explained, ...changes }} />)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** The keys that stand twice in one list of what is rendered: React would take one of the two for the other. */
function repeatedKeys(node: ReactNode): string[] {
  if (Array.isArray(node)) {
    const children = node as ReactNode[];
    const keys = children.flatMap((child) => (isValidElement(child) && child.key !== null ? [child.key] : []));
    return [...keys.filter((key, at) => keys.indexOf(key) !== at), ...children.flatMap(repeatedKeys)];
  }
  if (!isValidElement<{ children?: ReactNode }>(node)) return [];
  const { type, props } = node;
  return repeatedKeys(typeof type === "function" ? (type as (of: object) => ReactNode)(props) : props.children);
}

describe("a flag explained", () => {
  it("says when the school leaves the programme, how the flag is challenged, and that the head may reply", () => {
    const page = words();
    expect(page).toContain("Why a plan is needed");
    expect(page).toContain("When the school leaves the programme");
    expect(page).toContain("The council can challenge the flag");
    expect(page).toContain("right to reply");
  });

  it("says nothing of leaving, challenges and replies where the run does not flag the school", () => {
    const page = words({ flagged: false, sentence: "At or above 55% in 2026: 57" });
    expect(page).toContain("Why no plan is needed");
    expect(page).toContain("The rule in words");
    expect(page).not.toMatch(/leaves the programme|challenge|right to reply/);
  });

  it("says what one pupil is worth, and where a run of before kept no number of pupils, that it kept none", () => {
    expect(words()).toContain("One pupil is worth 2.5 percentage points of 40 pupils.");
    const page = words({ years: kept() });
    expect(page).toContain("The run kept no number of pupils of 2026, so what one pupil is worth is not known.");
    expect(page).toContain("A dash stands where the run kept no number of pupils.");
    expect(page).not.toContain("No file gives");
  });

  it("lists each file that the run read, also where two have the same name, and no list of it repeats a key", () => {
    for (const { checksum } of files) expect(words()).toContain(checksum);
    expect(repeatedKeys(<ExplainedFlag explanation={explained} />)).toEqual([]);
    expect(repeatedKeys([<li key="a" />, <li key="a" />])).toEqual(["a"]);
  });
});
