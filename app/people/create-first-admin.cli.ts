import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { now } from "~/platform/clock.server";
import { closeDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { CannotStart, reasonOf } from "~/platform/launch/cannot-start";
import { withServiceDatabase } from "~/platform/launch/open-service-database";
import { migrateDatabase } from "~/platform/launch/prepare-database";
import { createFirstAdmin } from "./create-first-admin.server";
import { linkHours } from "./issue-set-password-link.server";
import { typedEmail, typedText } from "./typed-text";

class Refused extends Error {}

const usage = 'Say who it is: npm run admin:create -- --name "Their name" --email name@example.com';

function readOptions() {
  try {
    return parseArgs({ options: { name: { type: "string" }, email: { type: "string" } } }).values;
  } catch {
    throw new Refused(usage);
  }
}

/** What was given on the command line, or is asked for where somebody sits at it. */
async function readPerson(): Promise<{ name: string; email: string }> {
  const options = readOptions();
  const questions = { name: "Name of the first admin: ", email: "Their email address: " };
  const ask = async (field: "name" | "email") => {
    if (options[field] !== undefined) return options[field];
    if (!process.stdin.isTTY) throw new Refused(usage);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    return terminal.question(questions[field]).finally(() => terminal.close());
  };
  const name = typedText("Enter a name.").safeParse(await ask("name"));
  const email = typedEmail("Enter an email address.").safeParse(await ask("email"));
  const problem = name.error?.issues[0] ?? email.error?.issues[0];
  if (!name.success || !email.success) throw new Refused(problem?.message);
  return { name: name.data, email: email.data };
}

async function main(): Promise<void> {
  const person = await readPerson();
  await withServiceDatabase(async () => {
    await migrateDatabase(env().DATABASE_URL);
    try {
      const token = await createFirstAdmin({ ...person, now: now() });
      if (!token)
        throw new Refused("There is an active admin already: sign in as them and add further people under People.");
      console.log(`${person.name} is the first admin.`);
      console.log(`They set their password once, within ${linkHours} hours, at:`);
      console.log(`  ${new URL(`/set-password/${token}`, env().APP_ORIGIN).href}`);
    } finally {
      await closeDatabase();
    }
  });
}

main().catch((error: unknown) => {
  const known = error instanceof Refused || error instanceof CannotStart;
  console.error(known ? error.message : `The first admin could not be made: ${reasonOf(error)}.`);
  process.exitCode = 1;
});
