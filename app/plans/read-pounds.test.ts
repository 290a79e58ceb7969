import { describe, expect, test } from "vitest";
import { penceToTyped, readPounds } from "./read-pounds";

describe("amounts in pounds", () => {
  test.each([
    ["0", 0],
    ["12,500", 1_250_000],
    ["£12,500.50", 1_250_050],
    ["12500.5", 1_250_050],
    ["0.29", 29],
    [" 1.10 ", 110],
    ["1,234,567", 123_456_700],
  ])("%s is %i pence exactly", (typed, pence) => expect(readPounds(typed)).toBe(pence));

  test.each(["", "-5", "1.234", "12,50", "ten", "1e3", "100,000,001", "1 000"])("%s is no amount", (typed) =>
    expect(readPounds(typed)).toBeNull(),
  );

  test.each([0, 5, 29, 110, 1_250_050, 1_250_000])("%i pence are typed and read back unchanged", (pence) =>
    expect(readPounds(penceToTyped(pence))).toBe(pence),
  );
});
