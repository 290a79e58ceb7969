import { randomUUID } from "node:crypto";
import type { PersonActor } from "~/platform/actor";
import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { acceptRequest } from "~/support/accept-request.server";
import { accreditSupportSchool } from "~/support/accredit-support-school.server";
import { askForSupport } from "~/support/ask-for-support.server";
import { declareConflict } from "~/support/declare-conflict.server";
import { declineRequest } from "~/support/decline-request.server";
import { endSupport } from "~/support/end-support.server";
import { proposeSupportSchool } from "~/support/propose-support-school.server";
import { refuseSupportSchool } from "~/support/refuse-support-school.server";
import type { SupportSubject, TeacherSubject } from "~/support/subjects";
import { withdrawRequest } from "~/support/withdraw-request.server";
import { fictionalCouncils } from "./councils";
import { addDays, inLondon } from "./london-time";
import type { CouncilPeople } from "./people";
import { listCases } from "./programmes";
import { randomFrom } from "./random";
import { listFictionalSchools } from "./school-register";

type Support = {
  programmeId: string;
  today: string;
  admin: PersonActor;
  peopleOf: (councilCode: string) => CouncilPeople | undefined;
};

const ACROSS = 4;
const APART = 26_000;
const AROUND = 11_000;
/** One school in so many has no coordinates, as in lists of schools. */
const WITHOUT = 9;

/** Where the made-up schools are: councils side by side on a stretch of the grid that lies in the sea. */
export async function placedSchools(): Promise<void> {
  const random = randomFrom(20_101_207);
  const places = listFictionalSchools().map(({ urn, councilCode }, at) => {
    const council = fictionalCouncils.findIndex(({ code }) => code === councilCode);
    return {
      urn,
      easting: 40_000 + (council % ACROSS) * APART + random.between(-AROUND, AROUND),
      northing: 80_000 + Math.floor(council / ACROSS) * APART + random.between(-AROUND, AROUND),
      known: at % WITHOUT !== WITHOUT - 1,
    };
  });
  const known = places.filter((place) => place.known);
  // As a list of schools would have it: reading one takes longer than all the rest of this scenario.
  await asActor(
    system("scenarios"),
    (tx) => tx.$executeRaw`
      UPDATE schools s SET easting = p.easting, northing = p.northing
        FROM unnest(${known.map(({ urn }) => urn)}::text[], ${known.map(({ easting }) => easting)}::int[],
                    ${known.map(({ northing }) => northing)}::int[]) AS p (urn, easting, northing)
       WHERE s.urn = p.urn`,
  );
}

type Offer = {
  council: string;
  nth: number;
  capacity: number;
  subjects: SupportSubject[];
  maths?: number;
  english?: number;
};

/** Which steady school of a council is proposed, and what it offers. */
const offers = {
  small: { council: "002", nth: 0, capacity: 1, subjects: ["maths", "leadership"], maths: 2 },
  near: { council: "002", nth: 3, capacity: 2, subjects: ["english", "maths"], english: 1.5, maths: 1 },
  own: { council: "001", nth: 1, capacity: 2, subjects: ["english", "behaviour"], english: 2 },
  ownMaths: { council: "001", nth: 4, capacity: 1, subjects: ["maths", "attendance"], maths: 1.5 },
  kin: { council: "003", nth: 2, capacity: 2, subjects: ["english", "languages"] },
  far: { council: "009", nth: 1, capacity: 3, subjects: ["leadership", "attendance"] },
  east: { council: "004", nth: 2, capacity: 2, subjects: ["maths", "languages"], maths: 2.5 },
  waiting: { council: "003", nth: 5, capacity: 1, subjects: ["behaviour"] },
  ownWaiting: { council: "001", nth: 7, capacity: 1, subjects: ["leadership"] },
  refused: { council: "006", nth: 1, capacity: 8, subjects: ["english"] },
} as const satisfies Record<string, Offer>;
type OfferName = keyof typeof offers;
const undecided: readonly OfferName[] = ["waiting", "ownWaiting", "refused"];

/**
 * Support schools of several councils: accredited, one at capacity, one that a conflict of interest keeps from a school,
 * proposals that wait and one refused; and requests of council 001 in every state.
 */
export async function supportGiven({ programmeId, today, admin, peopleOf }: Support): Promise<void> {
  await placedSchools();
  const at = (days: number, time = "10:30") => inLondon(addDays(today, days), time);
  const cases = await listCases(programmeId);
  const flagged = new Set(cases.map(({ urn }) => urn));
  const people = (code: string): CouncilPeople => {
    const found = peopleOf(code);
    if (!found) throw new Error(`Council ${code} has nobody.`);
    return found;
  };

  const propose = async ({ council, nth, capacity, subjects, ...teachers }: Offer) => {
    const { urn } = listFictionalSchools()
      .filter(({ councilCode, story, type }) => councilCode === council && story === "steady" && type !== "IND")
      .filter(({ urn: number }) => !flagged.has(number))[nth] ?? { urn: "" };
    const school = await asActor(system("scenarios"), (tx) => tx.school.findUniqueOrThrow({ where: { urn } }));
    const days = (["english", "maths"] as const).flatMap((subject: TeacherSubject & ("english" | "maths")) =>
      teachers[subject] ? [{ subject, days: teachers[subject] }] : [],
    );
    const offer = "Two leaders who have worked with other schools before, lessons to watch, and planning together.";
    const proposal = { commandId: randomUUID(), schoolId: school.id, subjects, capacity, offer, teachers: days };
    const answer = await proposeSupportSchool({ actor: people(council).lead, proposal, now: at(-33) });
    if (!answer.ok) throw new Error(answer.message);
    return answer.id;
  };
  const ids = {} as Record<OfferName, string>;
  for (const [name, offer] of Object.entries(offers) as [OfferName, Offer][]) ids[name] = await propose(offer);
  const year = Number(today.slice(0, 4));
  const term = { termFrom: `${year}-09-01`, termTo: `${year + 2}-08-31` };
  for (const [name, supportSchoolId] of Object.entries(ids) as [OfferName, string][])
    if (!undecided.includes(name))
      await accreditSupportSchool({ actor: admin, supportSchoolId, ...term, now: at(-28, "15:00") });
  const refusal = "Eight schools at a time are more than its staff can help. Propose it again with one or two.";
  await refuseSupportSchool({ actor: admin, supportSchoolId: ids.refused, reason: refusal, now: at(-27) });

  const own = cases.filter(({ councilCode }) => councilCode === "001");
  const { officer, lead } = people("001");
  const place = { kind: "place", subject: null, days: null } as const;
  const dates = { startsOn: addDays(today, 41), endsOn: `${year + 1}-07-23` };
  const ask = (nth: number, name: OfferName, what: object = place, span: object = dates, days = -20) => {
    const message = "Help with planning and teaching in years 5 and 6, and with how pupils are assessed.";
    const asked = { commandId: randomUUID(), ...place, ...dates, ...what, ...span, message };
    const caseId = own[nth]?.caseId ?? "";
    return askForSupport({ actor: officer, caseId, supportSchoolId: ids[name], asked, now: at(days) });
  };
  const answerer = (name: OfferName) => people(offers[name].council).lead;
  const accept = async (name: OfferName, requestId: string) => {
    await acceptRequest({ actor: answerer(name), requestId, now: at(-12) });
    return requestId;
  };

  await accept("small", await ask(3, "small", place, { startsOn: addDays(today, -10), endsOn: `${year + 1}-07-23` }));
  await accept("near", await ask(1, "near"));
  await accept("own", await ask(2, "own", { kind: "teacher", subject: "english", days: 1 }));
  await ask(0, "near", place, dates, -4);
  await ask(4, "east", { kind: "teacher", subject: "maths", days: 1.5 }, dates, -3);
  // Another council asks one of council 001's schools.
  const theirs = cases.find(({ councilCode }) => councilCode === "002")?.caseId ?? "";
  const message = "Help with reading in year 6, and with how parents are told of progress.";
  const incoming = { commandId: randomUUID(), ...place, ...dates, message };
  const asker = people("002").officer;
  await askForSupport({ actor: asker, caseId: theirs, supportSchoolId: ids.own, asked: incoming, now: at(-5) });
  const declined = await ask(5, "far");
  const declining = "All who could help are at two other schools until the summer.";
  await declineRequest({ actor: answerer("far"), requestId: declined, reason: declining, now: at(-11) });
  await withdrawRequest({ actor: lead, requestId: await ask(6, "kin"), now: at(-9) });
  const ended = await accept("ownMaths", await ask(7, "ownMaths", place, { startsOn: addDays(today, -11) }));
  const ending = "The school has a new leader for maths, who works with the teachers from now on.";
  await endSupport({ actor: lead, requestId: ended, reason: ending, now: at(-2) });
  const conflict = "The head of one school chairs the governors of the other.";
  const barred = { supportSchoolId: ids.kin, school: own[0]?.urn ?? "", reason: conflict, commandId: randomUUID() };
  await declareConflict({ actor: lead, ...barred, now: at(-8) });
}
