import { z } from "zod";

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    APP_MODE: z.enum(["demonstration", "live"]).default("demonstration"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    DATABASE_URL: z.string().startsWith("postgres", "must be the address of a PostgreSQL database"),
    SESSION_SECRET: z.string().min(32, "must be at least 32 characters long"),
    APP_ORIGIN: z.url().optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    CLOCK_FILE: z.string().optional(),
  })
  .superRefine((values, context) => {
    if (values.APP_MODE !== "live") return;
    if (!values.APP_ORIGIN)
      context.addIssue({ code: "custom", path: ["APP_ORIGIN"], message: "is needed in live mode" });
    // A movable clock would let deadlines be moved from outside the log.
    if (values.CLOCK_FILE) context.addIssue({ code: "custom", path: ["CLOCK_FILE"], message: "is for tests only" });
  });

export type Env = z.infer<typeof schema>;

/** Reads the configuration; throws one sentence that names every key that is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`The configuration is not complete: ${problems.join("; ")}.`);
}

let read: Env | undefined;

/** The configuration of this process, checked once. */
export const env = (): Env => (read ??= readEnv(process.env));
