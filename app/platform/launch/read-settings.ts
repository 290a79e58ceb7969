import { CannotStart } from "./cannot-start";

export type Settings = {
  port: number;
  dataDir: string;
  mode: "demonstration" | "live";
  databaseUrl: string | null;
  sessionSecret: string | null;
  origin: string | null;
};

type Environment = Record<string, string | undefined>;

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What start needs from the environment; empty values count as missing. Throws CannotStart naming every bad one. */
export function readSettings(env: Environment): Settings {
  const valueOf = (key: string) => env[key]?.trim() || null;
  const problems: string[] = [];
  const port = Number(valueOf("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) problems.push("PORT must be a whole number from 1 to 65535");
  const mode = valueOf("APP_MODE") ?? "demonstration";
  if (mode !== "demonstration" && mode !== "live") problems.push("APP_MODE must be demonstration or live");
  const databaseUrl = valueOf("DATABASE_URL");
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    problems.push("DATABASE_URL must begin with postgres:// or postgresql://");
  else if (databaseUrl && !URL.canParse(databaseUrl))
    problems.push("DATABASE_URL must be an address, its password with special characters written as %40 and the like");
  const origin = valueOf("APP_ORIGIN");
  if (origin && !(URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol)))
    problems.push("APP_ORIGIN must be an address such as https://plans.example.gov.uk");
  const sessionSecret = valueOf("SESSION_SECRET");
  if (sessionSecret && sessionSecret.length < 32) problems.push("SESSION_SECRET must be at least 32 characters long");
  if (problems.length > 0) throw new CannotStart(`The service cannot start: ${list.format(problems)}.`);
  return {
    port,
    dataDir: valueOf("DATA_DIR") ?? ".data",
    mode: mode === "live" ? "live" : "demonstration",
    databaseUrl,
    sessionSecret,
    origin,
  };
}

/**
 * Refuses live mode until everything that it must not make up for itself is set, naming all that is missing at once.
 * `hasAdmin` is null where there is no database to ask.
 */
export function requireLiveSettings(settings: Settings, hasAdmin: boolean | null): void {
  const missing = [
    settings.sessionSecret ? null : "SESSION_SECRET (a random text of 32 characters or more)",
    settings.origin ? null : "APP_ORIGIN (the address that people type, such as https://plans.example.gov.uk)",
    settings.databaseUrl ? null : "DATABASE_URL (a PostgreSQL 15 or later)",
    hasAdmin ? null : "the first admin (run npm run admin:create once DATABASE_URL is set)",
  ].filter((entry) => entry !== null);
  if (missing.length > 0) throw new CannotStart(`Live mode cannot start without ${list.format(missing)}.`);
}
