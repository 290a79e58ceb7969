import { addWorkingDays, demonstrationDueDates, lastWorkingFridayOf } from "~/deadlines/working-days";
import type { PersonActor } from "~/platform/actor";
import { closeDatabase } from "~/platform/db.server";
import { councils } from "./reference/councils";
import { fictionalCouncils } from "./scenarios/councils";
import { liveCurrentRound } from "./scenarios/current-round";
import { Diary } from "./scenarios/diary";
import { liveEarlierRound } from "./scenarios/earlier-round";
import { escalatedCouncils, stepsProposedLately } from "./scenarios/escalations";
import { type Life, tell } from "./scenarios/fates";
import { addDays, inLondon, latestResultsYear } from "./scenarios/london-time";
import { demonstrationLinks } from "./scenarios/links-file";
import { noticesRead } from "./scenarios/notices";
import {
  addAccounts,
  addCouncilPeople,
  addFirstAdmin,
  type CouncilPeople,
  findActor,
  findCouncilPeople,
} from "./scenarios/people";
import {
  addCouncils,
  type FlaggedCase,
  importResults,
  listCases,
  publishedProgramme,
  workJobs,
} from "./scenarios/programmes";
import { academyUrn, demonstrationFiles } from "./scenarios/results-files";
import { listFictionalSchools } from "./scenarios/school-register";
import { supportGiven } from "./scenarios/support";

/** How many councils the demonstration's programmes propose as priority, of its twelve. */
const COHORT_SIZE = 4;
const PUBLISHED_DAYS_AGO = 35;

type Cast = { admin: PersonActor; reviewers: PersonActor[]; people: Map<string, CouncilPeople> };

async function addPeople(admin: PersonActor, now: Date): Promise<Cast> {
  await addAccounts({ admin, now });
  const people = new Map<string, CouncilPeople>();
  for (const { code } of fictionalCouncils) {
    const known = await findCouncilPeople(code);
    people.set(code, known ?? (await addCouncilPeople(code, { admin, now })));
  }
  const reviewers = ["helena.marshwick", "callum.brightholm", "yusuf.delacombe"];
  return {
    admin,
    people,
    reviewers: await Promise.all(reviewers.map((name) => findActor(`${name}@department.example`))),
  };
}

/** The lives of a programme's cases, each with its place among its council's. */
async function* livesOf(programmeId: string, diary: Diary, { admin, reviewers, people }: Cast) {
  const counts = new Map<string, number>();
  for (const [index, flagged] of (await listCases(programmeId)).entries()) {
    const at = counts.get(flagged.councilCode) ?? 0;
    counts.set(flagged.councilCode, at + 1);
    const council = people.get(flagged.councilCode);
    const [reviewer, second] = [reviewers[index % 2], reviewers[(index % 2) + 1]];
    if (!council || !reviewer || !second) throw new Error(`Council ${flagged.councilCode} has nobody.`);
    // Between 9:07 and 15:59, each case at a minute of its own.
    const time = `${String(9 + (index % 7)).padStart(2, "0")}:${String((index * 13 + 7) % 60).padStart(2, "0")}`;
    const life = tell({ diary, flagged, time, people: { ...council, reviewer, second, admin } });
    yield { flagged, at, index, life } satisfies { flagged: FlaggedCase; at: number; index: number; life: Life };
  }
}

/**
 * Fills an empty, migrated database with the demonstration as it would stand on `today` ("2026-11-24"): an earlier round
 * whose deadlines have passed, and the round that is under way, with a case in every state. Everything happens through
 * the operations that people use, each at its own time. The same for the same day, but for random ids.
 */
export async function seedDemonstration({ databaseUrl, today }: { databaseUrl: string; today: string }): Promise<void> {
  process.env.DATABASE_URL = withoutWaiting(databaseUrl);
  try {
    await fill(today);
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = databaseUrl;
  }
}

// Some three thousand commits need not each wait for the disk: whoever fills a database starts anew where that is cut
// short, and the caller's own next commit carries them all to the disk.
function withoutWaiting(databaseUrl: string): string {
  const address = new URL(databaseUrl);
  address.searchParams.set("options", "-c synchronous_commit=off");
  return address.href;
}

async function fill(today: string): Promise<void> {
  const year = latestResultsYear(today);
  const [lastYears, latest] = demonstrationFiles(year);
  const resultsOn = addDays(today, -PUBLISHED_DAYS_AGO - 14);
  await addCouncils([...councils, ...fictionalCouncils]);

  const admin = await addFirstAdmin(inLondon(`${year - 1}-09-15`, "09:00"));
  await importResults(lastYears, { admin, now: inLondon(`${year - 1}-10-05`, "10:20") });
  const cast = await addPeople(admin, inLondon(`${year - 1}-10-12`, "11:00"));
  const earlierDue = { priority: lastWorkingFridayOf(year, 2), standard: lastWorkingFridayOf(year, 3) };
  const earlier = await publishedProgramme({
    admin,
    template: "primary",
    name: `Primary floor standard ${year}`,
    latestYear: year - 1,
    cohortSize: COHORT_SIZE,
    dueOn: earlierDue,
    now: inLondon(`${year - 1}-10-19`, "14:30"),
  });
  const diary = new Diary();
  const stories = new Map(listFictionalSchools().map(({ urn, story }) => [urn, story]));
  for await (const { flagged, index, life } of livesOf(earlier.programmeId, diary, cast)) {
    life.tellsHead(`${year - 1}-10-21`);
    const round = { dueOn: flagged.dueOn, afterResults: addDays(resultsOn, 1), successorUrn: academyUrn };
    liveEarlierRound(index, stories.get(flagged.urn ?? "") ?? "steady", life, round);
  }
  for (const dueOn of Object.values(earlierDue))
    diary.beginsOn(...[-14, 1, 34, 39, 67].map((days) => addDays(dueOn, days)));
  await diary.live(addDays(resultsOn, -1));

  const escalated = { programmeId: earlier.programmeId, advised: "002" };
  await escalatedCouncils({
    ...escalated,
    admins: [admin, await findActor("tom.wexcombe@department.example")],
    from: addDays(earlierDue.standard, 40),
  });

  await importResults(latest, { admin, now: inLondon(resultsOn, "10:05") });
  await diary.live(addDays(today, -PUBLISHED_DAYS_AGO - 1));
  await noticesRead(inLondon(addDays(today, -PUBLISHED_DAYS_AGO - 1), "17:00"));
  const programmeId = await publishCurrent({ cast, year, today });
  await importResults(demonstrationLinks(year), { admin, now: inLondon(addDays(today, -12), "15:10") });
  await supportGiven({ programmeId, today, admin, peopleOf: (code) => cast.people.get(code) });
  await stepsProposedLately({ ...escalated, proposer: admin, leadOf: (code) => cast.people.get(code)?.lead, today });
  await workJobs(inLondon(today, "07:00"));
}

async function publishCurrent({ cast, year, today }: { cast: Cast; year: number; today: string }): Promise<string> {
  const published = addDays(today, -PUBLISHED_DAYS_AGO);
  const dueOn = demonstrationDueDates(today);
  const current = await publishedProgramme({
    admin: cast.admin,
    template: "primary",
    name: `Primary floor standard ${dueOn.priority.slice(0, 4)}`,
    latestYear: year,
    cohortSize: COHORT_SIZE,
    dueOn,
    now: inLondon(published, "11:15"),
  });
  const diary = new Diary();
  const round = { today, dueOn, day: (n: number) => addWorkingDays(published, n) };
  for await (const { flagged, at, life } of livesOf(current.programmeId, diary, cast))
    liveCurrentRound(flagged.councilCode, at, life, round);
  const lately = round.day(14);
  await diary.live(lately);
  await noticesRead(inLondon(lately, "17:00"));
  diary.beginsOn(today);
  await diary.live(today);
  return current.programmeId;
}
