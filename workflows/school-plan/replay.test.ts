import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { caseInput, eventOf } from "./example-cases";
import type { CaseInput } from "./machine";
import { machineVersion, replay } from "./replay";
import type { CaseEvent, StoredCase } from "./types";

type History = { version: number; input: CaseInput; events: CaseEvent[]; end: StoredCase };

const folder = new URL("histories/", import.meta.url);
const histories = readdirSync(folder).map((file) => ({
  file,
  history: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as History,
}));

describe("recorded histories", () => {
  // These files are never rewritten: a machine that no longer gives their end has broken somebody's log.
  it.each(histories)("$file still gives the case that was stored", ({ history }) => {
    expect(replay(history.input, history.events)).toEqual(history.end);
  });

  it("there is one of the present version", () => {
    expect(histories.map(({ history }) => history.version)).toContain(machineVersion);
  });
});

it("replay stops at the first event refused and names it", () => {
  const events = [eventOf("START_PLAN", "officer"), eventOf("START_PLAN", "officer")];
  expect(() => replay(caseInput, events)).toThrow("Event 2, START_PLAN, was refused: wrongState");
});

it("a case without events is the case as it was opened", () => {
  expect(replay({ ...caseInput, schoolUrn: null, today: "2027-02-20" }, [])).toMatchObject({
    state: { plan: "identified", deadline: "dueSoon" },
    context: { schoolUrn: null, revision: 1, submissions: 0, firstPunctuality: null },
  });
});
