import { defineConfig } from "@playwright/test";

// A second list of features takes the place of Playwright's own, so its names stand here again; the last two are the
// address bar's suggestions, which a new Chromium prepares for each window though nobody sees them: half of the time that
// a browser of a person's own takes to open.
const withoutFeatures = [
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...[
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
  ],
  ...["NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"],
  ...["TcpPortRandomizationWin", "ThirdPartyStoragePartitioning", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
];

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
      args: [
        ...["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
        `--disable-features=${withoutFeatures.join(",")}`,
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
