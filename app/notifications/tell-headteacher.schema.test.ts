import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { tellHeadteacherSchema } from "./tell-headteacher.schema";

const today = "2026-11-24";

it("the form asks how and when the headteacher was told, not before publication and not in the future", () => {
  const parse = (toldOn: [string, string, string], how?: string) => {
    const [day, month, year] = toldOn;
    const typed = {
      commandId: randomUUID(),
      runId: randomUUID(),
      how,
      words: "",
      "toldOn-day": day,
      "toldOn-month": month,
      "toldOn-year": year,
    };
    const parsed = tellHeadteacherSchema({ publishedOn: "2026-11-20", today }).safeParse(typed);
    return parsed.success ? parsed.data.toldOn : parsed.error.issues.map(({ message }) => message);
  };
  expect(parse(["24", "11", "2026"], "email")).toBe("2026-11-24");
  expect(parse(["24", "11", "2026"], "pigeon")).toEqual(["Select how you told the headteacher"]);
  expect(parse(["25", "11", "2026"], "email")).toEqual([
    "Day on which you told the headteacher must be today or in the past",
  ]);
  expect(parse(["19", "11", "2026"], "email")).toEqual([
    "Day on which you told the headteacher must not be before 20 November 2026, when the flag was published",
  ]);
});
