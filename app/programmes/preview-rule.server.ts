import type pg from "pg";
import { explainSchools, flagSchools, type Flagged } from "~/identification/flag-schools.server";
import { BOUNDARY_POINTS } from "~/identification/floor-rule";
import { readNewestRun, readSentences, type Standing } from "~/identification/read-newest-run.server";
import { type ProgrammeRule, toFloorRule } from "~/identification/rule-version";
import type { Actor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import type { ProgrammePage } from "./get-programme.server";
import { type PreviewList, previewLists } from "./preview-query";

/** One school of a preview, with what is said of it before and with the settings tried. */
export type PreviewedSchool = {
  schoolId: string;
  name: string;
  urn: string | null;
  laestab: string;
  council: string;
  before: string | null;
  after: string | null;
  /** Points between the highest result of the rule's years and the floor; null where the school is not eligible. */
  margin: string | null;
};

type Counts = { eligible: number; flagged: number; firstConcern: number };

export type RulePreview = {
  /** What the settings are held against: the newest run that was finished, or the stored settings. */
  against: { runNumber: number | null };
  before: Counts;
  after: Counts;
  list: PreviewList;
  come: number;
  go: number;
  near: number;
  schools: PreviewedSchool[];
  total: number;
};

const count = (schools: Iterable<Standing>): Counts => {
  const counts = { eligible: 0, flagged: 0, firstConcern: 0 };
  for (const { eligible, flagged, firstConcern } of schools) {
    if (eligible) counts.eligible += 1;
    if (flagged) counts.flagged += 1;
    if (firstConcern) counts.firstConcern += 1;
  }
  return counts;
};

const distance = ({ margin }: Flagged) => Math.abs(Number(margin));

/** The schools of each list, of which only those near the floor are in order: by distance. */
function arrange(after: readonly Flagged[], before: ReadonlyMap<string, Standing>) {
  const ids = new Set(after.map(({ schoolId }) => schoolId));
  const stays = after.filter(({ schoolId, flagged }) => before.get(schoolId)?.flagged === true && !flagged);
  const left = [...before].flatMap(([schoolId, { flagged }]) =>
    flagged && !ids.has(schoolId) ? [{ schoolId, margin: null }] : [],
  );
  return {
    come: after.filter(({ schoolId, flagged }) => flagged && !before.get(schoolId)?.flagged),
    go: [...stays, ...left],
    near: after
      .filter((school) => school.margin !== null && distance(school) <= BOUNDARY_POINTS)
      .sort((a, b) => distance(a) - distance(b) || (a.schoolId < b.schoolId ? -1 : 1)),
  };
}

type Listed = Pick<Flagged, "schoolId" | "margin">;

// Sorted by the database, which has the names: of a list only one page is read in full.
async function orderByCouncil(client: pg.ClientBase, listed: readonly Listed[]): Promise<Listed[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM schools WHERE id = ANY ($1) ORDER BY council_code, name, id",
    [listed.map(({ schoolId }) => schoolId)],
  );
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const placeOf = ({ schoolId }: Listed) => places.get(schoolId) ?? rows.length;
  return [...listed].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * What a rule would give on the stored results, and which schools come on the list and go from it against the newest
 * finished run of the programme, or against its stored settings where there is none. Stores nothing.
 */
export async function previewRule(asked: {
  actor: Actor;
  /** As its page read it, for this reader. */
  programme: Pick<ProgrammePage, "id" | "settings">;
  rule: ProgrammeRule;
  list: PreviewList | null;
  /** From 1; with a page of null the whole list. */
  page: number | null;
  pageSize: number;
}): Promise<RulePreview> {
  const { id, settings } = asked.programme;
  return asActorInBulk(asked.actor, async (client) => {
    const rule = toFloorRule(asked.rule);
    const after = await flagSchools(client, rule);
    const newest = await readNewestRun(client, id);
    const stored = toFloorRule(settings);
    const before: ReadonlyMap<string, Standing> =
      newest?.schools ?? new Map((await flagSchools(client, stored)).map((school) => [school.schoolId, school]));
    const lists = arrange(after, before);
    const names = Object.keys(previewLists) as PreviewList[];
    const list = asked.list ?? names.find((name) => lists[name].length > 0) ?? "come";
    const listed = list === "near" ? lists.near : await orderByCouncil(client, lists[list]);
    const shown =
      asked.page === null ? listed : listed.slice((asked.page - 1) * asked.pageSize, asked.page * asked.pageSize);
    const ids = shown.map(({ schoolId }) => schoolId);
    const told = await explainSchools(client, rule, ids);
    const said = newest
      ? await readSentences(client, newest, ids)
      : new Map([...(await explainSchools(client, stored, ids))].map(([school, { sentence }]) => [school, sentence]));
    const schools = await readSchools(client, ids);
    return {
      against: { runNumber: newest?.run.number ?? null },
      before: count(before.values()),
      after: count(after),
      list,
      come: lists.come.length,
      go: lists.go.length,
      near: lists.near.length,
      total: listed.length,
      schools: shown.flatMap(({ schoolId, margin }) => {
        const school = schools.get(schoolId);
        if (!school) return [];
        const words = { before: said.get(schoolId) ?? null, after: told.get(schoolId)?.sentence ?? null };
        return [{ ...school, schoolId, ...words, margin }];
      }),
    };
  });
}

async function readSchools(client: pg.ClientBase, ids: readonly string[]) {
  const { rows } = await client.query<{
    id: string;
    name: string;
    urn: string | null;
    laestab: string;
    council: string;
  }>(
    `SELECT s.id, s.name, s.urn, s.laestab, c.name AS council FROM schools s JOIN councils c ON c.code = s.council_code
      WHERE s.id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...school }) => [id, school]));
}
