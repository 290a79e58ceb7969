import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number; skipped: number };

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

function readReport(file: string): Record<string, unknown> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : null;
}

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** What vitest's JSON report counts; nothing where there is none, because an earlier check failed. */
export function countUnitTests(file: string): Counts {
  const report = readReport(file);
  if (!report) return NONE;
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests),
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  };
}

/** What Playwright's JSON report counts. A test that passed only when it was repeated has failed. */
export function countBrowserTests(file: string): Counts {
  const stats = readReport(file)?.stats as Record<string, unknown> | undefined;
  if (!stats) return NONE;
  return {
    passed: number(stats.expected),
    failed: number(stats.unexpected) + number(stats.flaky),
    skipped: number(stats.skipped),
  };
}

/**
 * The closing line of a test run, "412 passed, 0 failed, 3 skipped". A step that went wrong without a failed test to
 * show for it (a lint error, a file that could not be loaded) counts as one failure.
 */
export function closingLine(steps: { counts: Counts; ok: boolean }[]): { line: string; failed: number } {
  const total = steps.reduce(
    (sum, { counts, ok }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + (ok ? counts.failed : Math.max(1, counts.failed)),
      skipped: sum.skipped + counts.skipped,
    }),
    NONE,
  );
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  return { line: `${total.passed} passed, ${total.failed} failed${skipped}`, failed: total.failed };
}
