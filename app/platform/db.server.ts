import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "~/generated/prisma/client";
import { type Actor, councilsOf, isGuest } from "./actor";
import { env } from "./env.server";

/** What work inside asActor may use: the client's models and raw statements, but no transaction of its own. */
export type Tx = Prisma.TransactionClient;

type Opened = { pool: pg.Pool; client: PrismaClient };
let opened: Opened | undefined;

// A connection starts as a role that no policy lets see anything: what asks outside asActor gets nothing.
function connectionUrl(): string {
  const url = new URL(env().DATABASE_URL);
  const options = [url.searchParams.get("options"), "-c role=action_plans_connection"];
  url.searchParams.set("options", options.filter(Boolean).join(" "));
  return url.href;
}

function open(): Opened {
  if (opened) return opened;
  const pool = new pg.Pool({
    connectionString: connectionUrl(),
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  opened = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  return opened;
}

const textArray = (values: string[]) => `{${values.join(",")}}`;

// The settings that the policies read. A superuser bypasses policies and so may the owner of a table: taking a role
// that can do neither, for this transaction alone, is what makes them hold.
function settingsOf(actor: Actor): Record<string, string> {
  if (actor.kind === "system") return { role: "action_plans_system" };
  const of = (role: string) =>
    actor.roles.flatMap((held) => (held.role === role && held.councilCode ? [held.councilCode] : []));
  return {
    "app.person_id": actor.personId,
    "app.roles": textArray([...new Set(actor.roles.map((held) => held.role))]),
    "app.councils": textArray([...new Set(councilsOf(actor))]),
    "app.led": textArray(of("lead")),
    "app.advised": textArray(of("adviser")),
    "app.school_id": actor.roles.find((held) => held.role === "headteacher")?.schoolId ?? "",
    role: isGuest(actor) ? "action_plans_guest" : "action_plans_person",
  };
}

export type TransactionOptions = { timeout?: number };

/**
 * The one door to the data. Opens a transaction, tells the database who is asking and runs the work in it; all of it
 * happens or none. Errors of the work pass through after the rollback.
 */
export async function asActor<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const settings = Object.entries(settingsOf(actor)).map(
    ([key, value]) => Prisma.sql`set_config(${key}, ${value}, true)`,
  );
  return open().client.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT ${Prisma.join(settings)}`;
      return work(tx);
    },
    { maxWait: 10_000, timeout: options.timeout ?? 15_000 },
  );
}

/** The same door for bulk work that needs COPY or one large statement: a plain client inside its own transaction. */
export async function asActorInBulk<T>(actor: Actor, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await open().pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const settings = Object.entries(settingsOf(actor));
    const list = settings.map((_, at) => `set_config($${at * 2 + 1}, $${at * 2 + 2}, true)`).join(", ");
    await client.query(`SELECT ${list}`, settings.flat());
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Whether the database answers; for /healthz. */
export async function databaseAnswers(): Promise<boolean> {
  return open()
    .pool.query("SELECT 1")
    .then(
      () => true,
      () => false,
    );
}

/** Ends the connections, for processes that stop and for tests that drop their database. */
export async function closeDatabase(): Promise<void> {
  const was = opened;
  opened = undefined;
  await was?.client.$disconnect();
  await was?.pool.end();
}
