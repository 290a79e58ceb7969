import { randomUUID } from "node:crypto";
import { inCouncil, makeSchool, person, type Scene, TODAY } from "~/reviews/review-scene.fixture";
import type { PersonActor } from "~/platform/actor";
import { accreditSupportSchool } from "./accredit-support-school.server";
import { askForSupport } from "./ask-for-support.server";
import type { AskedSupport } from "./ask-for-support.schema";
import type { Proposal } from "./propose-support-school.schema";
import { proposeSupportSchool } from "./propose-support-school.server";

export const proposalOf = (schoolId: string, changes: Partial<Proposal> = {}): Proposal => ({
  commandId: randomUUID(),
  schoolId,
  subjects: ["english", "maths"],
  capacity: 1,
  offer: "Leaders who have turned a school round, and two days of a maths teacher.",
  teachers: [{ subject: "maths", days: 2 }],
  ...changes,
});

/** A school of a council, proposed by its lead. */
export async function proposed(lead: PersonActor, name: string, councilCode: string, changes: Partial<Proposal> = {}) {
  const school = await makeSchool(name, councilCode);
  const answer = await proposeSupportSchool({ actor: lead, proposal: proposalOf(school.id, changes), now: TODAY });
  if (!answer.ok) throw new Error(answer.message);
  return { id: answer.id, school };
}

/** The same, accredited until the summer after next. */
export async function accredited(scene: Scene, name: string, changes: Partial<Proposal> = {}) {
  const made = await proposed(scene.otherLead, name, "002", changes);
  const term = { termFrom: "2026-09-01", termTo: "2028-08-31" };
  await accreditSupportSchool({ actor: scene.admin, supportSchoolId: made.id, ...term, now: TODAY });
  return made;
}

export const askOf = (changes: Partial<AskedSupport> = {}): AskedSupport => ({
  commandId: randomUUID(),
  kind: "place",
  subject: null,
  days: null,
  startsOn: "2027-01-04",
  endsOn: "2027-07-23",
  message: "Help with maths in year 6.",
  ...changes,
});

/** A request of the scene's officer for one of their cases. */
export const asked = (scene: Scene, caseId: string, supportSchoolId: string, changes: Partial<AskedSupport> = {}) =>
  askForSupport({ actor: scene.officer, caseId, supportSchoolId, asked: askOf(changes), now: TODAY });

/** Somebody of a third council, which has no part in anything. */
export const stranger = () => person("Sten Garth", inCouncil("lead", "003"));
