import { finalStates } from "~/plans/final-states";
import { councilsOf, isAdmin, type PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { isoDate } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { describeWanted } from "./describe-wanted";
import { readTaken } from "./read-taken.server";
import { type Capacity, findCapacity } from "./support-load";

export type SupportSchoolLine = {
  id: string;
  name: string;
  council: string;
  phase: string;
  subjects: string[];
  state: string;
  term: { from: string; to: string } | null;
  proposedOn: string;
  /** Places free; null while it is not accredited. */
  capacity: Capacity | null;
};

export type SupportRequestLine = {
  id: string;
  support: string;
  school: string;
  wanted: string;
  state: string;
  startsOn: string;
  endsOn: string;
};

export type SupportHome = {
  councils: string[];
  admin: boolean;
  /** Proposals that wait for the Department. */
  waiting: SupportSchoolLine[];
  own: SupportSchoolLine[];
  accredited: SupportSchoolLine[];
  pages: number;
  incoming: SupportRequestLine[];
  outgoing: SupportRequestLine[];
  /** The council's open cases, each with the way to its matches. */
  cases: { id: string; school: string; programme: string }[];
  today: string;
};

const PER_PAGE = 50;
const MOST_REQUESTS = 100;
const open = ["asked", "accepted"];

/**
 * The page where support begins: for a council its own support schools, requests both ways and schools that need
 * support; for the Department what waits; and for both, every accredited school.
 */
export async function getSupportHome(asked: { actor: PersonActor; page: number; now: Date }): Promise<SupportHome> {
  const { actor, page, now } = asked;
  const today = dateInLondon(now);
  const own = councilsOf(actor);
  return asActor(actor, async (tx) => {
    const include = { school: { select: { name: true } }, council: { select: { name: true } } } as const;
    const byName = [{ school: { name: "asc" } }, { id: "asc" }] as const;
    const accredited = { state: "accredited", termTo: { gte: new Date(`${today}T00:00:00Z`) } };
    const count = await tx.supportSchool.count({ where: accredited });
    const all = await tx.supportSchool.findMany({
      where: accredited,
      include,
      orderBy: [...byName],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
    });
    const theirs = await tx.supportSchool.findMany({
      where: { councilCode: { in: own } },
      include,
      orderBy: [{ proposedAt: "desc" }, { id: "asc" }],
    });
    const waiting = isAdmin(actor)
      ? await tx.supportSchool.findMany({ where: { state: "proposed" }, include, orderBy: { proposedAt: "asc" } })
      : [];
    const takenOf = await readTaken(
      tx,
      [...all, ...theirs].map(({ id }) => id),
    );
    const line = (row: (typeof all)[number]): SupportSchoolLine => {
      const term = row.termFrom && row.termTo && { from: isoDate(row.termFrom), to: isoDate(row.termTo) };
      const { id, phase, subjects, state, school, council, capacity } = row;
      return {
        ...{ id, phase, subjects, state, name: school.name, council: council.name },
        term: term ?? null,
        proposedOn: dateInLondon(row.proposedAt),
        capacity: state === "accredited" && term ? findCapacity(takenOf(id), { capacity, term, today }) : null,
      };
    };
    const requests = await tx.supportRequest.findMany({
      where: { OR: [{ askingCode: { in: own } }, { supportingCode: { in: own } }] },
      include: {
        school: { select: { name: true } },
        supportSchool: { select: { school: { select: { name: true } } } },
      },
      orderBy: [{ askedAt: "desc" }, { id: "asc" }],
      take: MOST_REQUESTS,
    });
    const request = (row: (typeof requests)[number]): SupportRequestLine => ({
      id: row.id,
      support: row.supportSchool.school.name,
      school: row.school.name,
      wanted: describeWanted({ ...row, days: row.days && Number(row.days) }),
      state: row.state,
      startsOn: isoDate(row.startsOn),
      endsOn: isoDate(row.endsOn),
    });
    const openFirst = requests.sort((a, b) => Number(open.includes(b.state)) - Number(open.includes(a.state)));
    const cases = await tx.schoolCase.findMany({
      where: { councilCode: { in: own }, planState: { notIn: [...finalStates] } },
      select: { id: true, school: { select: { name: true } }, programme: { select: { name: true } } },
      orderBy: [{ school: { name: "asc" } }, { id: "asc" }],
    });
    const councils = await tx.council.findMany({ where: { code: { in: own } }, select: { name: true } });
    return {
      councils: councils.map(({ name }) => name),
      admin: isAdmin(actor),
      waiting: waiting.map(line),
      own: theirs.map(line),
      accredited: all.map(line),
      pages: Math.max(1, Math.ceil(count / PER_PAGE)),
      incoming: openFirst.filter(({ supportingCode }) => own.includes(supportingCode)).map(request),
      outgoing: openFirst.filter(({ askingCode }) => own.includes(askingCode)).map(request),
      cases: cases.map(({ id, school, programme }) => ({ id, school: school.name, programme: programme.name })),
      today,
    };
  });
}
