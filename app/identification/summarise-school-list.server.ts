import type pg from "pg";
import { countUnknownLinks } from "./find-links.server";
import { isLacking, withCouncilName } from "./listed-schools-sql";
import type { ListedChange, ListedLink, ListedSchool, SchoolListSummary } from "./school-list-summary";

const shown = 25;
const shownChanges = 100;

type Header = Pick<
  SchoolListSummary,
  "layoutName" | "listedOn" | "listedOnIsEarliest" | "encoding" | "separator" | "ignored" | "readMs"
>;
type Counts = Pick<
  SchoolListSummary,
  "schools" | "newSchools" | "changedSchools" | "unchangedSchools" | "closing" | "opening" | "moving" | "digest"
>;

/** A compared list in figures. */
export async function summariseSchoolList(client: pg.PoolClient, fileId: string): Promise<SchoolListSummary> {
  const header = await client.query<Header>(
    `SELECT layout_name AS "layoutName", listed_on::text AS "listedOn", listed_on_is_earliest AS "listedOnIsEarliest",
            encoding, separator, ignored, read_ms AS "readMs" FROM school_lists WHERE file_id = $1`,
    [fileId],
  );
  const counts = await client.query<Counts>(
    `SELECT count(*)::int AS schools,
            count(*) FILTER (WHERE outcome = 'new')::int AS "newSchools",
            count(*) FILTER (WHERE outcome = 'changed')::int AS "changedSchools",
            count(*) FILTER (WHERE outcome = 'unchanged')::int AS "unchangedSchools",
            count(*) FILTER (WHERE before ->> 'open' = 'true')::int AS closing,
            count(*) FILTER (WHERE before ->> 'open' = 'false')::int AS opening,
            count(*) FILTER (WHERE before ? 'council_code')::int AS moving,
            encode(sha256(convert_to(concat_ws(E'\\n',
              string_agg(concat_ws(' ', line, school_id, outcome, after::text), E'\\n' ORDER BY line),
              (SELECT string_agg(concat_ws(' ', from_urn, to_urn, in_order, clear), E'\\n' ORDER BY from_urn, to_urn)
                 FROM staged_links WHERE file_id = $1)), 'UTF8')), 'hex') AS digest
       FROM staged_schools WHERE file_id = $1`,
    [fileId],
  );
  const links = await client.query<{ links: number; toChoose: number }>(
    `SELECT count(*) FILTER (WHERE clear)::int AS links, count(*) FILTER (WHERE NOT clear)::int AS "toChoose"
       FROM staged_links WHERE file_id = $1`,
    [fileId],
  );
  const lacking = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM schools s WHERE ${isLacking}`,
    [fileId],
  );
  const [ofList] = header.rows;
  const [counted] = counts.rows;
  const [linked] = links.rows;
  if (!ofList || !counted || !linked) throw new Error("A list of schools was compared before it was staged");
  return {
    kind: "schools",
    ...ofList,
    ...counted,
    links: linked.links,
    linksToChoose: linked.toChoose,
    linksUnknown: await countUnknownLinks(client, fileId),
    lacking: lacking.rows[0]?.count ?? 0,
    ...(await readFirst(client, fileId)),
  };
}

type First = Pick<SchoolListSummary, "firstNew" | "firstChanges" | "firstLinks" | "firstToChoose" | "firstLacking">;

async function readFirst(client: pg.PoolClient, fileId: string): Promise<First> {
  const added = await client.query<ListedSchool>(
    `SELECT t.urn, t.name, c.name AS council, t.type FROM staged_schools t JOIN councils c ON c.code = t.council_code
      WHERE t.file_id = $1 AND t.outcome = 'new' ORDER BY t.line LIMIT ${shown}`,
    [fileId],
  );
  // What changes the most for identification comes first: schools that close, open or move.
  const changed = await client.query<ListedChange>(
    `SELECT urn, name, ${withCouncilName("before")} AS before, ${withCouncilName("after")} AS after
       FROM staged_schools t WHERE file_id = $1 AND outcome = 'changed'
      ORDER BY t.before ? 'open' DESC, t.before ? 'mainstream' DESC, t.before ? 'council_code' DESC, line LIMIT ${shownChanges}`,
    [fileId],
  );
  const linked = (clear: boolean) =>
    client.query<ListedLink>(
      `WITH names AS (
         SELECT urn, name FROM staged_schools WHERE file_id = $1
         UNION ALL SELECT urn, name FROM schools s WHERE urn IS NOT NULL
            AND NOT EXISTS (SELECT FROM staged_schools t WHERE t.file_id = $1 AND t.urn = s.urn)),
       few AS (SELECT * FROM staged_links WHERE file_id = $1 AND clear = $2 ORDER BY to_urn, from_urn LIMIT ${shown})
       SELECT l.from_urn AS "fromUrn", f.name AS "fromName", l.to_urn AS "toUrn", t.name AS "toName", l.in_order AS "inOrder"
         FROM few l JOIN names f ON f.urn = l.from_urn JOIN names t ON t.urn = l.to_urn ORDER BY l.to_urn, l.from_urn`,
      [fileId, clear],
    );
  const missing = await client.query<ListedSchool>(
    `SELECT s.urn, s.name, c.name AS council, s.type FROM schools s JOIN councils c ON c.code = s.council_code
      WHERE ${isLacking} ORDER BY s.council_code, s.name, s.id LIMIT ${shown}`,
    [fileId],
  );
  return {
    firstNew: added.rows,
    firstChanges: changed.rows,
    firstLinks: (await linked(true)).rows,
    firstToChoose: (await linked(false)).rows,
    firstLacking: missing.rows,
  };
}
