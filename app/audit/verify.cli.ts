import { formatPlural } from "~/ui/format-number";
import { CannotStart, reasonOf } from "~/platform/launch/cannot-start";
import { withServiceDatabase } from "~/platform/launch/open-service-database";
import { closeDatabase } from "~/platform/db.server";
import { verifyLog } from "./verify-log.server";

async function verify(): Promise<number> {
  const { cases, events, checkpoints, difference } = await verifyLog();
  const checked = [formatPlural(cases, "case"), formatPlural(events, "event"), formatPlural(checkpoints, "checkpoint")];
  if (!difference) {
    console.log(`The log agrees with what is stored: ${checked.join(", ")} checked.`);
    return 0;
  }
  const { caseId, sequence, problem } = difference;
  const where = caseId === "all" ? "All cases" : `Case ${caseId}${sequence === null ? "" : `, event ${sequence}`}`;
  console.error(`The log was changed or does not agree. ${where}: ${problem}. Before it ${checked.join(", ")} agreed.`);
  return 1;
}

try {
  process.exitCode = await withServiceDatabase(() => verify().finally(closeDatabase));
} catch (error) {
  const why = `The log could not be checked (${reasonOf(error)}): start the service once, so that its database is up to date, then try again.`;
  console.error(error instanceof CannotStart ? error.message : why);
  process.exitCode = 2;
}
