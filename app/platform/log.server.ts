import { env } from "./env.server";

const levels = ["debug", "info", "warn", "error", "silent"] as const;
type Level = (typeof levels)[number];

/** One JSON line per message. Facts carry identifiers and counts only: no name, no words of a plan, no cohort. */
export function log(
  level: Exclude<Level, "silent">,
  message: string,
  facts: Record<string, string | number> = {},
): void {
  if (levels.indexOf(level) < levels.indexOf(env().LOG_LEVEL)) return;
  const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...facts });
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** What an error may say in a log: its name and code, and its message only where that holds no data of ours. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const facts: Record<string, string> = { error: error.name };
  if ("code" in error && typeof error.code === "string") facts.code = error.code;
  const frames = error.stack?.split("\n").slice(1, 4) ?? [];
  return { ...facts, where: frames.map((frame) => frame.trim()).join(" < ") };
}
