import type { Jobs } from "./add-job.server";

type JobTable = { [Name in keyof Jobs]?: (payload: Jobs[Name]) => Promise<void> };

/** Which operation works which job. */
export const jobs: JobTable = {};
