import { describe, expect, it } from "vitest";
import { chooseBrowser } from "./find-browser";

const choose = (there: string[], named?: string) =>
  chooseBrowser({
    named,
    own: "/home/user/playwright/chrome",
    directories: ["/usr/local/bin", "/usr/bin"],
    runs: (program) => there.includes(program),
  });

describe("chooseBrowser", () => {
  it("takes the one named in CHROMIUM_PATH before any other", () => {
    expect(choose(["/opt/chrome", "/home/user/playwright/chrome"], "/opt/chrome")).toBe("/opt/chrome");
  });

  it("refuses one named that does not run, rather than test with another", () => {
    expect(() => choose(["/usr/bin/chromium"], "/opt/chrome")).toThrow(/CHROMIUM_PATH names \/opt\/chrome/);
  });

  it("takes Playwright's own before the system's", () => {
    expect(choose(["/usr/bin/chromium", "/home/user/playwright/chrome"])).toBe("/home/user/playwright/chrome");
  });

  it("takes the system's where Playwright has none", () => {
    expect(choose(["/usr/bin/google-chrome"])).toBe("/usr/bin/google-chrome");
  });

  it("finds none where none runs", () => {
    expect(choose([])).toBeNull();
  });
});
