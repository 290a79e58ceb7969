import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e/journeys",
  globalSetup: "./e2e/support/set-up.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  // A test that passes only when it is repeated has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Without pictures of every step, a failed test keeps one of its last page.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      // As root, in containers and without a graphics card: what a test machine usually is.
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
