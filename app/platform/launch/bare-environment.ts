// What an operator has set for the service must not reach tests: they would run on the operator's database.
const SERVICE_KEYS = [
  "DATABASE_URL",
  "DATA_DIR",
  "APP_MODE",
  "APP_ORIGIN",
  "SESSION_SECRET",
  "PORT",
  "NODE_ENV",
  "CLOCK_FILE",
];

/** This process's environment without what the service reads from it, and with what is given. */
export function bareEnvironment(added: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const key of SERVICE_KEYS) Reflect.deleteProperty(env, key);
  return Object.assign(env, added);
}
