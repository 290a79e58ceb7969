import { randomUUID } from "node:crypto";
import { attachEvidence } from "~/evidence/attach-evidence.server";
import { toCite } from "~/evidence/cites";
import type { EvidenceOwner } from "~/evidence/evidence-owner";
import { getChallengeFiles } from "~/identification/get-challenge-files.server";
import { getProgress } from "~/plans/get-progress.server";
import { listOf, type PlanSetting } from "~/plans/plan-content";
import { causeInWords, type CauseKey } from "~/plans/section-schemas";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { csvFile, pdfFile, pngFile } from "./evidence-files";
import type { PlanTexts } from "./plan-texts";
import { randomFrom } from "./random";

type Attach = { officer: PersonActor; owner: EvidenceOwner; now: Date };
type OfCase = { caseId: string; officer: PersonActor; now: Date };
type File = { name: string; bytes: Buffer; shows: string };

async function attached({ officer: actor, owner, now }: Attach, { shows, ...file }: File): Promise<string> {
  const asked = { actor, owner, file, description: shows, commandId: randomUUID(), now };
  const result = await attachEvidence(asked);
  if (!result.attached) throw new Error(result.problem);
  return result.id;
}

/**
 * Two files of a draft, and the claims that cite them: what is improving, and the first cause. The others cite none, as
 * in a plan that somebody is still writing.
 */
export async function attachedEvidence(asked: {
  planId: string;
  officer: PersonActor;
  now: Date;
  texts: PlanTexts;
  setting: PlanSetting;
}): Promise<void> {
  const { planId, texts, setting, ...by } = asked;
  const { sections } = texts;
  const school = setting.schools[0]?.name ?? "The school";
  const random = randomFrom(school.length * 7919 + Number(setting.schools[0]?.urn ?? 1));
  const owner = { planId };
  const year = Number(dateInLondon(asked.now).slice(0, 4));
  const terms = ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"];
  const rows = terms.map((term, at) => [term, (random.between(918, 930) / 10 + at / 4).toFixed(1)]);
  const attendance = await attached(
    { ...by, owner },
    {
      name: `Attendance ${year - 1} to ${year}.csv`,
      bytes: csvFile([["Half term", "Attendance (%)"], ...rows]),
      shows: `Attendance by half term, ${year - 1} to ${year}`,
    },
  );
  sections.position = { ...sections.position, cites: [toCite("improving", attendance)] };
  const [cause] = listOf(sections.causes, "causes") as CauseKey[];
  if (!cause) return;
  const words = causeInWords(cause);
  const review = await attached(
    { ...by, owner },
    {
      name: `Review of ${words}.pdf`,
      bytes: pdfFile(`${school}: review of ${words}`, [
        `The council's school improvement team spent two days in the school in ${year}.`,
        "It saw eleven lessons, read the work of four classes and met staff and governors.",
        "What it found is set out in the plan's section on causes.",
      ]),
      shows: `The council’s review of ${words}, ${year}`,
    },
  );
  sections.causes = { ...sections.causes, cites: [toCite(`evidence-${cause}`, review)] };
}

/** The council's roll, attached to the open challenge of a case. */
export async function attachedRoll({ caseId, ...by }: OfCase): Promise<void> {
  const { challenge } = await getChallengeFiles({ actor: by.officer, caseId });
  const rows = [
    ["Week of", "Pupils on roll in year 6"],
    ["First week of March", 22],
    ["Last week of March", 19],
    ["Week of the tests", 19],
  ];
  await attached(
    { ...by, owner: { challengeId: challenge.id } },
    { name: "Year 6 roll.csv", bytes: csvFile(rows), shows: "Pupils on roll in year 6, March to May" },
  );
}

/** The council's spring check as a picture, attached to what it recorded last. */
export async function attachedToProgress({ caseId, officer, now }: OfCase): Promise<void> {
  const { notes } = await getProgress({ actor: officer, caseId, now });
  const [latest] = notes;
  if (!latest) throw new Error("No progress was recorded.");
  await attached(
    { officer, now, owner: { progressEntryId: latest.id } },
    {
      name: "Check of year 6.png",
      bytes: pngFile([0.38, 0.44, 0.47, 0.55]),
      shows: "Share of year 6 at level 4, by half term",
    },
  );
}
