import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fingerprintSources } from "../../app/platform/launch/build-service";
import { createDatabase } from "../../app/platform/create-database";
import { startEmbeddedPostgres } from "../../app/platform/embedded/embedded-postgres";
import { findFreePort } from "../../app/platform/embedded/free-port";
import { runCommand, runStart, type Start } from "../support/run-command";
import { tellDemonstration } from "../support/tell-demonstration";
import { expect, heading, press, test } from "../support/test";
import { FROZEN, TODAY, world } from "../support/world";

// A start that had to build would do so under the servers of the other tests.
const isBuilt = () =>
  existsSync("build/.sources") && readFileSync("build/.sources", "utf8") === fingerprintSources(".");
const SERVING = "Ctrl-C stops it.";
const SECRET = "only for this test: 0123456789abcdef";

let folder: string;
let running: Start[] = [];
const start = (env: Record<string, string>): Start => {
  const one = runStart(env);
  running.push(one);
  return one;
};

async function stopAll(): Promise<void> {
  for (const { child, end } of running) {
    child.kill("SIGTERM");
    await end;
  }
  running = [];
}

/** What the database of the tests told before the first of them. */
async function tellUntouched() {
  const { databaseUrl, untouchedUrl } = world();
  const copy = await createDatabase({ adminUrl: databaseUrl, template: new URL(untouchedUrl).pathname.slice(1) });
  return tellDemonstration(copy.url).finally(() => copy.drop());
}

/** The demonstration has plans and deadlines in every state, and councils at more than one step of the ladder. */
function expectEverything({ cases, escalations }: Awaited<ReturnType<typeof tellDemonstration>>): void {
  const values = (rows: Record<string, unknown>[], column: string) =>
    [...new Set(rows.map((row) => row[column]))].sort();
  expect(values(cases, "plan_state")).toEqual([
    ...["approved", "awaitingSecondApproval", "challenged", "closed", "drafting", "exited", "identified", "inReview"],
    ...["removed", "returned", "submitted"],
  ]);
  expect(values(cases, "deadline_state")).toEqual(["dueSoon", "met", "metLate", "notDue", "notRequired", "overdue"]);
  const came = cases.filter(({ deadline_state: state }) => state === "metLate");
  expect(came.every((one) => String(one.submitted_on) > String(one.due_on))).toBe(true);
  const owing = ["identified", "challenged", "drafting", "returned"];
  const overdue = cases.filter(({ deadline_state: state }) => state === "overdue");
  expect(
    overdue.every(({ plan_state: plan, due_on: due }) => owing.includes(String(plan)) && String(due) < TODAY),
  ).toBe(true);
  expect(values(escalations, "level").length).toBeGreaterThan(1);
  expect(values(escalations, "step")).toContain("proposed");
}

test.beforeEach(() => {
  test.skip(!isBuilt(), "the build is not start's own: npm test makes it");
  test.setTimeout(240_000);
  folder = mkdtempSync(path.join(tmpdir(), "start service "));
  // The server of an embedded cluster runs as an account of its own where this is root.
  chmodSync(folder, 0o755);
});
test.afterEach(async () => {
  await stopAll();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("one command serves the demonstration from a path with a space, again after a kill, and stops when asked", async ({
  page,
}) => {
  const DATA_DIR = path.join(folder, "data of the service");
  mkdirSync(DATA_DIR, { mode: 0o755 });
  const PORT = String(await findFreePort());
  const CLOCK_FILE = path.join(folder, "clock");
  writeFileSync(CLOCK_FILE, FROZEN);
  const first = start({ DATA_DIR, PORT, CLOCK_FILE });
  await first.saying(SERVING);
  expect(first.said()).toContain(`School action plans is at http://localhost:${PORT}`);
  expect(first.said()).toMatch(/priya\.\S+ .* admin .* Priya Nandlake/);
  await page.goto(`http://localhost:${PORT}/`);
  await page.getByRole("button", { name: "Sign in as Priya Nandlake" }).click();
  await expect(heading(page)).toContainText("Board");

  const { url } = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  const shown = await tellDemonstration(url);
  expect(shown, "the same as another that was filled for the same day").toEqual(await tellUntouched());
  expectEverything(shown);

  first.child.kill("SIGKILL");
  await first.end;
  const second = start({ DATA_DIR, PORT, CLOCK_FILE });
  await second.saying(SERVING);
  expect(second.said()).not.toMatch(/Building|Filling|Applied/);
  await page.reload();
  await expect(heading(page)).toContainText("Board");

  second.child.kill("SIGTERM");
  expect(await second.end).toBe(0);
  expect((await fetch(`http://127.0.0.1:${PORT}/healthz`).catch(() => null))?.status).toBeUndefined();
});

test("live mode starts once its first admin is made, who sets a password by the link, and has nothing made up", async ({
  browser,
}) => {
  const database = await createDatabase({ adminUrl: world().databaseUrl });
  const PORT = String(await findFreePort());
  const APP_ORIGIN = `http://localhost:${PORT}`;
  const env = {
    APP_MODE: "live",
    DATABASE_URL: database.url,
    SESSION_SECRET: SECRET,
    PORT,
    APP_ORIGIN,
    DATA_DIR: folder,
  };
  const context = await browser.newContext({ baseURL: APP_ORIGIN });
  try {
    const early = start(env);
    expect(await early.end).toBe(1);
    expect(early.said()).toMatch(/Live mode cannot start without the first admin \(run npm run admin:create[^\n]*\n$/);

    const admin = ["--name", "Nora Test", "--email", "nora.test@department.example"];
    const made = await runCommand("app/people/create-first-admin.cli.ts", admin, env);
    expect([made.code, made.err]).toEqual([0, ""]);
    const link = /http:\S+\/set-password\/\S+/.exec(made.out)?.[0] ?? "";
    const again = await runCommand("app/people/create-first-admin.cli.ts", admin, env);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("There is an active admin already")]);

    await start(env).saying("School action plans is at");
    const page = await context.newPage();
    await page.goto("/");
    await expect(heading(page)).toHaveText("Sign in");
    await expect(page.getByRole("button", { name: /^Sign in as/ })).toHaveCount(0);
    await page.goto(link);
    await page.getByLabel("Password", { exact: true }).fill("a long enough made-up password");
    await press(page, "Set password");
    await page.getByLabel("Email address").fill("nora.test@department.example");
    await page.getByLabel("Password", { exact: true }).fill("a long enough made-up password");
    await press(page, "Sign in");
    await expect(heading(page)).toContainText("Board");
    await expect(page.getByRole("main")).not.toContainText("Ashmere");

    const verified = await runCommand("app/audit/verify.cli.ts", [], env);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining("The log agrees with what is stored") });
  } finally {
    await context.close();
    await stopAll();
    await database.drop();
  }
});
