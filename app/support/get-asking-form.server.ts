import type { PersonActor } from "~/platform/actor";
import { isBarred } from "./is-barred.server";
import { councilsOf } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { ChangeRefused } from "~/people/change-refused";
import { readTaken } from "./read-taken.server";
import { type Capacity, findCapacity } from "./support-load";

export type AskingForm = {
  case: { id: string; school: string };
  support: { id: string; name: string; council: string };
  teachers: { subject: string; days: number }[];
  term: { from: string; to: string };
  capacity: Capacity;
  today: string;
};

/** What the form for asking a support school shows; refused where a conflict of interest bars or it is not accredited. */
export async function getAskingForm(asked: {
  actor: PersonActor;
  caseId: string;
  supportSchoolId: string;
  now: Date;
}): Promise<AskingForm> {
  const { actor, caseId, supportSchoolId, now } = asked;
  const today = dateInLondon(now);
  return asActor(actor, async (tx) => {
    const found = await tx.schoolCase.findUnique({
      where: { id: caseId },
      select: { schoolId: true, councilCode: true, school: { select: { name: true } } },
    });
    const support = await tx.supportSchool.findUnique({
      where: { id: supportSchoolId },
      include: { school: { select: { name: true } }, council: { select: { name: true } }, teachers: true },
    });
    if (!found || !support || !councilsOf(actor).includes(found.councilCode))
      throw new Response("Not found", { status: 404 });
    const { state, termFrom, termTo, capacity } = support;
    if (state !== "accredited" || !termFrom || !termTo)
      throw new ChangeRefused("This school cannot be asked because its accreditation has ended.");
    if (await isBarred(tx, supportSchoolId, found.schoolId))
      throw new ChangeRefused("This school cannot be asked because a conflict of interest is declared.");
    const term = { from: isoDate(termFrom), to: isoDate(termTo) };
    const taken = (await readTaken(tx, [supportSchoolId]))(supportSchoolId);
    return {
      case: { id: caseId, school: found.school.name },
      support: { id: supportSchoolId, name: support.school.name, council: support.council.name },
      teachers: support.teachers.map(({ subject, days }) => ({ subject, days: Number(days) })),
      term,
      capacity: findCapacity(taken, { capacity, term, today }),
      today,
    };
  });
}
