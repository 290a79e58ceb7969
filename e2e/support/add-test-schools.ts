import { closeDatabase } from "../../app/platform/db.server";
import { inLondon } from "../../prisma/scenarios/london-time";
import { findActor } from "../../prisma/scenarios/people";
import { addCouncils, importResults, publishedProgramme, workJobs } from "../../prisma/scenarios/programmes";
import { secondaryFile } from "../../prisma/scenarios/results-files";
import { addWaitingWork } from "./add-waiting-work";
import { dueOn, SCHOOLS_EACH, testCouncils } from "./world";

const YEAR = 2026;
const ADMIN = "priya.nandlake@department.example";

/** A secondary programme whose schools are there for the tests alone: each test takes a council that no other touches. */
export async function addTestSchools(): Promise<string> {
  try {
    const admin = await findActor(ADMIN);
    const now = inLondon("2026-10-20", "09:00");
    await addCouncils(testCouncils);
    const codes = testCouncils.map(({ code }) => code);
    await importResults(secondaryFile(YEAR, codes, SCHOOLS_EACH), { admin, now });
    const { programmeId } = await publishedProgramme({
      admin,
      template: "secondary",
      name: "National Challenge 2027",
      latestYear: YEAR,
      cohortSize: 2,
      dueOn,
      now,
    });
    await workJobs(now);
    await addWaitingWork({ admin, latestYear: YEAR, now });
    return programmeId;
  } finally {
    await closeDatabase();
  }
}
