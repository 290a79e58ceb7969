import { expect, it } from "vitest";
import { waitSentence, waitUntil } from "./sign-in-wait";

const last = new Date("2026-11-24T10:00:00Z");
const after = (seconds: number) => new Date(last.getTime() + seconds * 1_000);

it("lets the first failures pass", () => {
  expect(waitUntil({ failures: 4, last }, 5, after(0))).toBeNull();
  expect(waitUntil({ failures: 0, last: null }, 5, after(0))).toBeNull();
});

it.each([
  [5, 30],
  [6, 60],
  [7, 120],
  [8, 240],
  [10, 900],
  [400, 900],
])("asks after %i failures to wait %i seconds, and no longer", (failures, seconds) => {
  expect(waitUntil({ failures, last }, 5, after(seconds - 1))).toEqual(after(seconds));
  expect(waitUntil({ failures, last }, 5, after(seconds))).toBeNull();
});

it("says how long and from when, never too early", () => {
  expect(waitSentence(after(30), after(10))).toBe(
    "There were too many attempts with a wrong password. Try again in 20 seconds, from 10:01am",
  );
  expect(waitSentence(after(240), after(0))).toBe(
    "There were too many attempts with a wrong password. Try again in 4 minutes, from 10:04am",
  );
});
