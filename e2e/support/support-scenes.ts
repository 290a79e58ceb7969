import { randomUUID } from "node:crypto";
import { system } from "../../app/platform/actor";
import type { PersonActor } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";
import { acceptRequest } from "../../app/support/accept-request.server";
import { accreditSupportSchool } from "../../app/support/accredit-support-school.server";
import { askForSupport } from "../../app/support/ask-for-support.server";
import { declareConflict } from "../../app/support/declare-conflict.server";
import { proposeSupportSchool } from "../../app/support/propose-support-school.server";
import type { TakenCouncil } from "./take-council";
import { FROZEN } from "./world";

const now = new Date(FROZEN);
let added = 0;

/** A school of a council that no run has flagged, as a list of schools would have added it. */
export async function unflaggedSchool({ code }: TakenCouncil, name: string): Promise<string> {
  added += 1;
  const laestab = `${code}${4800 + added}`;
  const row = { name, laestab, councilCode: code, phase: "secondary", type: "Community school", mainstream: true };
  return (await asActor(system("e2e"), (tx) => tx.school.create({ data: row, select: { id: true } }))).id;
}

/** A school with one place that is proposed by its council and accredited. */
export async function supportSchoolOf(council: TakenCouncil, name: string, admin: PersonActor): Promise<string> {
  const schoolId = await unflaggedSchool(council, name);
  const proposal = {
    commandId: randomUUID(),
    schoolId,
    subjects: ["maths" as const],
    capacity: 1,
    offer: "Leaders of maths who work with teachers.",
    teachers: [],
  };
  const answer = await proposeSupportSchool({ actor: council.lead, proposal, now });
  if (!answer.ok) throw new Error(answer.message);
  const term = { termFrom: "2026-09-01", termTo: "2028-08-31" };
  await accreditSupportSchool({ actor: admin, supportSchoolId: answer.id, ...term, now });
  return answer.id;
}

type Between = { asking: TakenCouncil; supporting: TakenCouncil; supportSchoolId: string };

/** The school's one place is taken for all of its term by the asking council's second school. */
export async function takenPlace({ asking, supporting, supportSchoolId }: Between): Promise<void> {
  const asked = {
    commandId: randomUUID(),
    ...{ kind: "place" as const, subject: null, days: null, message: "Help with maths." },
    ...{ startsOn: "2026-11-24", endsOn: "2028-08-31" },
  };
  const { caseId } = asking.cases[1];
  const requestId = await askForSupport({ actor: asking.officer, caseId, supportSchoolId, asked, now });
  await acceptRequest({ actor: supporting.lead, requestId, now });
}

/** The asking council declares a conflict of its first school with the support school. */
export async function conflictDeclared({ asking, supportSchoolId }: Between, reason: string): Promise<void> {
  const [{ laestab }] = asking.cases;
  const declared = { supportSchoolId, school: laestab, reason, commandId: randomUUID(), now };
  const answer = await declareConflict({ actor: asking.lead, ...declared });
  if (!answer.ok) throw new Error(answer.message);
}
