import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { closingLine, countBrowserTests, countUnitTests } from "./count-tests";

function report(content: object): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "report-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("the closing line of npm test", () => {
  it("sums unit and browser tests", () => {
    const unit = countUnitTests(
      report({ numPassedTests: 400, numFailedTests: 0, numPendingTests: 2, numTodoTests: 0 }),
    );
    const browser = countBrowserTests(report({ stats: { expected: 12, unexpected: 0, flaky: 0, skipped: 1 } }));
    const steps = [
      { counts: unit, ok: true },
      { counts: browser, ok: true },
    ];
    expect(closingLine(steps)).toEqual({ line: "412 passed, 0 failed, 3 skipped", failed: 0 });
  });

  it("says nothing of skipped tests where there are none", () => {
    expect(closingLine([{ counts: { passed: 3, failed: 1, skipped: 0 }, ok: false }]).line).toBe("3 passed, 1 failed");
  });

  it("counts a step that failed without a failed test, such as lint, as one failure", () => {
    const steps = [{ counts: countUnitTests("/nowhere.json"), ok: false }];
    expect(closingLine(steps)).toEqual({ line: "0 passed, 1 failed", failed: 1 });
  });

  it("counts a browser test that passed only when repeated as failed", () => {
    expect(countBrowserTests(report({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 } })).failed).toBe(1);
  });
});
