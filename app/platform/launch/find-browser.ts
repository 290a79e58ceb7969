import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright";
import { CannotStart } from "./cannot-start";

export type BrowserPlaces = {
  /** CHROMIUM_PATH, where it is set. */
  named: string | undefined;
  /** Where Playwright keeps its own, there or not. */
  own: string;
  /** The directories of PATH. */
  directories: string[];
  /** Whether a program is there and runs. */
  runs: (program: string) => boolean;
};

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser to test with: the one named, else Playwright's own, else one of the system's; null where none runs. */
export function chooseBrowser({ named, own, directories, runs }: BrowserPlaces): string | null {
  if (named) {
    if (runs(named)) return named;
    throw new CannotStart(
      `CHROMIUM_PATH names ${named}, which is not there or does not run: correct it or leave it out.`,
    );
  }
  const system = directories.flatMap((directory) => NAMES.map((name) => path.join(directory, name)));
  return [own, ...system, ...ELSEWHERE].find(runs) ?? null;
}

function runs(program: string): boolean {
  if (!existsSync(program)) return false;
  // Chrome for Windows opens a window instead of saying its version.
  return process.platform === "win32" || spawnSync(program, ["--version"], { timeout: 30_000 }).status === 0;
}

const look = (): string | null =>
  chooseBrowser({
    named: process.env.CHROMIUM_PATH || undefined,
    own: chromium.executablePath(),
    directories: (process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
    runs,
  });

function install(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { env, stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 }).status === 0;
}

/** Finds a Chromium, or installs one: Playwright's, or where that cannot be downloaded, Debian's. Throws CannotStart. */
export function findBrowser(): string {
  const found = look();
  if (found) return found;
  console.log("No Chromium was found: installing one.");
  const playwright = path.join(
    path.dirname(createRequire(import.meta.url).resolve("playwright/package.json")),
    "cli.js",
  );
  if (install(process.execPath, [playwright, "install", "chromium"])) {
    const installed = look();
    if (installed) return installed;
  }
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("That was not possible: installing the system's chromium package.");
    install("apt-get", ["update", "-q"]);
    install("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
    const installed = look();
    if (installed) return installed;
  }
  throw new CannotStart(
    "The browser tests need a Chromium and none could be installed: install one and name it in CHROMIUM_PATH.",
  );
}
