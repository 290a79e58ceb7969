import { sealLog } from "~/audit/seal-log.server";
import { beginDay } from "~/deadlines/begin-day.server";
import { applyResultsFile } from "~/identification/apply-results-file.server";
import { checkResultsFile } from "~/identification/check-results-file.server";
import { recordResults } from "~/identification/record-results.server";
import { runIdentification } from "~/identification/run-identification.server";
import { tellOfEvent } from "~/notifications/tell-of-event.server";
import { tellOfPublication } from "~/notifications/tell-of-publication.server";
import { writeHeadNotice } from "~/notifications/write-head-notice.server";
import { countComparableGains } from "~/statistics/count-gains.server";
import { countStatistics } from "~/statistics/count-statistics.server";
import type { Jobs } from "./add-job.server";
import { now } from "./clock.server";

type JobTable = { [Name in keyof Jobs]?: (payload: Jobs[Name]) => Promise<unknown> };

/** Which operation works which job. */
export const jobs: JobTable = {
  "read-results-file": checkResultsFile,
  "take-over-results-file": applyResultsFile,
  "record-results": ({ fileId }) => recordResults({ fileId, now: now() }),
  "run-identification": runIdentification,
  "tell-of-publication": tellOfPublication,
  "tell-headteacher": writeHeadNotice,
  "begin-day": () => beginDay({ now: now() }),
  "tell-of-event": tellOfEvent,
  "seal-log": () => sealLog({ now: now() }),
  // The gains too: they change with the same results, and are read once a run is published.
  "count-statistics": async ({ runId }) => {
    await countStatistics({ runId, now: now() });
    await countComparableGains();
  },
};
