import { spawn } from "node:child_process";
import type { Account } from "./postgres-account";

export type ToolResult = { status: number | null; output: string };

/**
 * Runs initdb or pg_ctl under PostgreSQL's account and returns its exit code and what it said.
 * A server that pg_ctl starts would inherit its output and keep it open: `quiet` gives it none.
 */
export function runPostgresTool(
  program: string,
  args: string[],
  { account, quiet = false }: { account: Account | null; quiet?: boolean },
): Promise<ToolResult> {
  // PGDATA, PGPORT and their like, set for another PostgreSQL, would change what these programs do.
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const key of Object.keys(env)) if (key.startsWith("PG")) Reflect.deleteProperty(env, key);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: process.platform === "win32" ? undefined : "/",
      env,
      stdio: quiet ? "ignore" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ status: null, output: error.message }));
    child.once("close", (status) => resolve({ status, output }));
  });
}
