import { formatDate } from "~/ui/format-date";
import { describeStanding, type Standing } from "./school-standing";

/** A school that another is linked with. */
export type LinkedSchool = {
  name: string;
  urn: string | null;
  openedOn: string | null;
  closedOn: string | null;
  /** False where nothing says which of the two came first. */
  inOrder: boolean;
  /** The later of the two keeps the results of the earlier as its history. */
  continues: boolean;
};

export type SchoolLife = {
  standing: Standing;
  federation: string | null;
  /** The council that it belongs to now. */
  council: { code: string; name: string };
  before: LinkedSchool[];
  after: LinkedSchool[];
};

const named = ({ name, urn }: LinkedSchool) => (urn ? `${name} (URN ${urn})` : name);
const list = new Intl.ListFormat("en-GB");

function describeBefore(before: readonly LinkedSchool[]): { key: string; value: string }[] {
  const [only, another] = before;
  if (!only) return [];
  const kept = before.find(({ continues }) => continues);
  if (another) {
    const words = kept
      ? `The results of ${named(kept)} are its history.`
      : "No earlier results count for it until the Department says whose results go on here.";
    return [{ key: "Made of", value: `${list.format(before.map(named))}. ${words}` }];
  }
  const closed = only.closedOn ? `, which closed on ${formatDate(only.closedOn)}` : "";
  if (kept) return [{ key: "Continues", value: `${named(only)}${closed}. Its results are this school’s history.` }];
  return [{ key: "Linked with", value: `${named(only)}${closed}. Its results do not count as this school’s history.` }];
}

function describeAfter(after: readonly LinkedSchool[]): { key: string; value: string }[] {
  return after.map((school) => {
    const opened = school.openedOn ? `, which opened on ${formatDate(school.openedOn)}` : "";
    const ofIt = school.continues ? "" : " The results do not go on there.";
    return { key: school.inOrder ? "Goes on as" : "Linked with", value: `${named(school)}${opened}.${ofIt}` };
  });
}

/**
 * A school through time, in words, row by row. `caseCouncil` is the council that owes a plan: where the school belongs to
 * another now, that is said.
 */
export function describeSchoolLife(life: SchoolLife, caseCouncil: string): { key: string; value: string }[] {
  const { standing, federation, council, before, after } = life;
  const moved = council.code !== caseCouncil;
  const rows = [
    { key: "School", value: describeStanding(standing) },
    ...describeBefore(before),
    ...describeAfter(after),
    ...(moved ? [{ key: "Moved council", value: `${council.name} (${council.code}) has the school now.` }] : []),
    ...(federation ? [{ key: "Federation", value: federation }] : []),
  ];
  // Two schools that go on of one are one row: keys tell rows apart.
  const keys = [...new Set(rows.map(({ key }) => key))];
  return keys.map((key) => ({
    key,
    value: rows.flatMap((row) => (row.key === key ? [row.value] : [])).join(" "),
  }));
}
