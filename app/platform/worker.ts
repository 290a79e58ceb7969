import { EventEmitter } from "node:events";
import { type CronItem, Logger, parseCronItems, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { claimWorkers } from "./claim-worker";
import { jobs } from "./jobs.server";
import { closeDatabase } from "./db.server";
import { env } from "./env.server";
import { exitWithParent } from "./exit-with-parent";
import { errorFacts, log } from "./log.server";

// Every hour, so that a night when no worker ran is made up for within the hour; the job itself does nothing twice.
const cron: CronItem[] = [
  { task: "begin-day", match: "1 * * * *", options: { backfillPeriod: 0 } },
  { task: "seal-log", match: "31 * * * *", options: { backfillPeriod: 0 } },
  { task: "count-statistics", match: "46 * * * *", options: { backfillPeriod: 0 } },
];

// The queue's own messages may repeat a job's payload or an error's text; what failed is told by name below.
const logger = new Logger(() => () => undefined);

const claims = await claimWorkers(env().DATABASE_URL);
const events: WorkerEvents = new EventEmitter();
events.on("worker:create", ({ worker }) => void claims.claim(worker.workerId));

const runner = await run({
  logger,
  events,
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 1000,
  taskList: jobs as TaskList,
  parsedCronItems: parseCronItems(cron),
});
runner.events.on("job:error", ({ job, error }) =>
  log("error", "A job failed and will be tried again", { task: job.task_identifier, ...errorFacts(error) }),
);
log("info", "The worker waits for jobs");

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 9_000).unref();
  await runner.stop().catch((error: unknown) => log("error", "The worker did not stop in order", errorFacts(error)));
  await claims.end();
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
process.on("unhandledRejection", (error) =>
  log("error", "A promise was rejected and nobody listened", errorFacts(error)),
);
exitWithParent();
