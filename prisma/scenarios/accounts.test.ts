import { expect, it } from "vitest";
import { demonstrationAccounts } from "./accounts";
import { fictionalCouncils } from "./councils";

it("has people for every role, each with an address that cannot be anybody's", () => {
  expect(new Set(demonstrationAccounts.map(({ role }) => role)).size).toBe(6);
  expect(new Set(demonstrationAccounts.map(({ email }) => email)).size).toBe(demonstrationAccounts.length);
  for (const { email } of demonstrationAccounts) expect(email).toMatch(/^[a-z.]+@[a-z0-9-]+\.example$/);
});

it("gives each council's people their council, and the head a school of it", () => {
  const codes = fictionalCouncils.map(({ code }) => code);
  expect(codes).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(3, "0")));
  for (const { role, councilCode, schoolLaestab } of demonstrationAccounts) {
    const department = role === "admin" || role === "reviewer";
    expect(department ? undefined : codes).toEqual(department ? councilCode : expect.arrayContaining([councilCode]));
    expect(schoolLaestab?.slice(0, 3)).toBe(role === "headteacher" ? councilCode : undefined);
  }
});
