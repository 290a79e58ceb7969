import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { startThrowAwayPostgres } from "../embedded/throw-away-postgres";
import { bareEnvironment } from "./bare-environment";
import { buildService } from "./build-service";
import { closingLine, countBrowserTests, countUnitTests } from "./count-tests";
import { findBrowser } from "./find-browser";
import { runProgram } from "./run-program";
import { validate } from "./validate";

async function runBrowserTests(report: string, browser: string): Promise<boolean> {
  buildService();
  const { adminUrl, stop } = await startThrowAwayPostgres();
  try {
    const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
    const env = bareEnvironment({
      E2E_DATABASE_URL: adminUrl,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return await runProgram({ command: process.execPath, args: [cli, "test", "--reporter=list,json"] }, env);
  } finally {
    await stop();
  }
}

/**
 * `npm test`: everything of `npm run validate`, then the browser tests against the production build on a database of
 * their own. Ends with one line that counts both. Returns the exit code.
 */
export async function runTests(): Promise<number> {
  const browser = findBrowser();
  const reports = mkdtempSync(path.join(tmpdir(), "test-reports-"));
  const unitReport = path.join(reports, "unit.json");
  const browserReport = path.join(reports, "browser.json");
  try {
    const valid = await validate(bareEnvironment({ UNIT_REPORT: unitReport }));
    const steps = [{ counts: countUnitTests(unitReport), ok: valid }];
    if (valid) {
      const ok = await runBrowserTests(browserReport, browser);
      steps.push({ counts: countBrowserTests(browserReport), ok });
    }
    const { line, failed } = closingLine(steps);
    console.log(valid ? "" : "\nThe browser tests were left out: the checks above come first.");
    console.log(line);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}
