import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { type PersonActor, type RoleName, system } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";
import { openSession } from "../../app/people/open-session.server";
import { addSomebody, findActor } from "../../prisma/scenarios/people";
import { type FlaggedCase, listCases } from "../../prisma/scenarios/programmes";
import { FROZEN, testCouncils, world } from "./world";

/** A council of one test's own: three schools with a case each, and people who may act for it. */
export type TakenCouncil = {
  code: string;
  name: string;
  lead: PersonActor;
  officer: PersonActor;
  cases: [FlaggedCase, FlaggedCase, FlaggedCase];
};

function claim(): (typeof testCouncils)[number] {
  for (const council of testCouncils)
    try {
      // Creating a file that must not be there yet is one step: two test processes never take the same council.
      closeSync(openSync(path.join(world().claims, council.code), "wx"));
      return council;
    } catch {
      continue;
    }
  throw new Error("Every council is taken: make testCouncils longer.");
}

const emailOf = (role: string, code: string) => `${role}@council-${code}.example`;

/** A person of a council (or school) that the demonstration does not have. */
export async function addPersonOf(
  council: { code: string },
  role: RoleName,
  more: { name?: string; school?: string } = {},
): Promise<PersonActor> {
  const admin = await findActor("priya.nandlake@department.example");
  const name = more.name ?? `${role[0]?.toUpperCase()}${role.slice(1)} Of-${council.code}`;
  const email = emailOf(name.toLowerCase().replaceAll(/[^a-z]+/g, "."), council.code);
  const choice = { role, councilCode: council.code, school: more.school };
  return addSomebody({ name, email, choice }, { admin, now: new Date(FROZEN) });
}

/** Takes a council that no other test has. */
export async function takeCouncil(): Promise<TakenCouncil> {
  const council = claim();
  const all = await listCases(world().programmeId);
  const [first, second, third] = all.filter(({ councilCode }) => councilCode === council.code);
  if (!first || !second || !third) throw new Error(`Council ${council.code} has too few cases.`);
  const [lead, officer] = [await addPersonOf(council, "lead"), await addPersonOf(council, "officer")];
  return { ...council, lead, officer, cases: [first, second, third] };
}

/** A session of a person, as signing in makes it; returns the cookie's value. */
export const signedInToken = (person: PersonActor, instant = FROZEN): Promise<string> =>
  asActor(system("e2e"), (tx) =>
    openSession(tx, { personId: person.personId, oldSessionHash: null, now: new Date(instant) }),
  );
