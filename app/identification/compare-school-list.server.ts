import type pg from "pg";
import { findLinks } from "./find-links.server";
import { matchSchoolList } from "./match-school-list.server";
import type { SchoolListSummary } from "./school-list-summary";
import { summariseSchoolList } from "./summarise-school-list.server";

/** What a page shows as a change of a school; where details come from is kept beside them. */
export const shownColumns = [
  "urn",
  "laestab",
  "name",
  "council_code",
  "phase",
  "type",
  "mainstream",
  "open",
  "status",
  "opened_on",
  "closed_on",
  "town",
  "postcode",
  "easting",
  "northing",
  "federation",
] as const;
const sources = ["details_on", "details_file_id", "listed_on", "list_file_id"] as const;
export const listColumns: readonly string[] = [...shownColumns, ...sources];

const asJson = (alias: string, columns: readonly string[]) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(", ")})`;
const row = (alias: string, columns: readonly string[]) =>
  `(${columns.map((column) => `${alias}.${column}`).join(", ")})`;
/** A column's name with what is stored and what it becomes, for each of the columns. */
const pairs = (columns: readonly string[]) =>
  columns.map((column) => `('${column}', to_jsonb(s.${column}), to_jsonb(later.${column}))`).join(", ");

/**
 * Says what taking a staged list over would change, and notes it with each row: before and after, the columns that change
 * alone. Newer information wins: `newer` where the list's day is not before that of the details that are stored, and
 * `newest` the same for what only lists have. An older list still tells what is not known. A blank tells nothing, but for
 * a closing day of an open school and for a federation: those are over.
 */
async function compareRows(client: pg.PoolClient, fileId: string): Promise<void> {
  await client.query(
    `WITH met AS (
       SELECT t.line, s.id AS school_id, diff.any AS shown,
              CASE WHEN s.id IS NULL THEN ${asJson("later", listColumns)} ELSE nullif(diff.new || source.new, '{}') END AS after,
              CASE WHEN s.id IS NOT NULL THEN nullif(diff.old || source.old, '{}') END AS before
         FROM staged_schools t JOIN school_lists l USING (file_id) LEFT JOIN schools s ON s.id = t.school_id
         CROSS JOIN LATERAL (
           SELECT coalesce(s.details_on <= l.listed_on, true) AS newer, coalesce(s.listed_on <= l.listed_on, true) AS newest) n
         -- A school at another postcode is no longer where its stored coordinates are.
         CROSS JOIN LATERAL (
           SELECT t.easting IS NOT NULL AND (newest OR s.easting IS NULL) AS place,
                  newer AND replace(t.postcode, ' ', '') <> replace(nullif(s.postcode, ''), ' ', '') IS TRUE AS moved) own
         CROSS JOIN LATERAL (
           SELECT t.urn,
              CASE WHEN newer THEN t.laestab ELSE s.laestab END AS laestab,
              CASE WHEN newer THEN t.name ELSE s.name END AS name,
              CASE WHEN newer THEN t.council_code ELSE s.council_code END AS council_code,
              CASE WHEN newer THEN coalesce(t.phase, s.phase, 'other') ELSE s.phase END AS phase,
              CASE WHEN newer THEN t.type ELSE s.type END AS type,
              CASE WHEN newer THEN t.mainstream ELSE s.mainstream END AS mainstream,
              CASE WHEN newer THEN t.open AND s.closed_by_admin_on IS NULL ELSE s.open END AS open,
              CASE WHEN newest THEN t.status ELSE s.status END AS status,
              CASE WHEN newest THEN coalesce(t.opened_on, s.opened_on) ELSE coalesce(s.opened_on, t.opened_on) END AS opened_on,
              CASE WHEN newest AND t.status IN ('open', 'proposedToOpen') THEN t.closed_on
                   WHEN newest THEN coalesce(t.closed_on, s.closed_on) ELSE s.closed_on END AS closed_on,
              CASE WHEN newer THEN coalesce(t.town, s.town, '') ELSE coalesce(nullif(s.town, ''), t.town, '') END AS town,
              CASE WHEN newer THEN coalesce(t.postcode, s.postcode, '')
                   ELSE coalesce(nullif(s.postcode, ''), t.postcode, '') END AS postcode,
              CASE WHEN own.place THEN t.easting WHEN NOT own.moved THEN s.easting END AS easting,
              CASE WHEN own.place THEN t.northing WHEN NOT own.moved THEN s.northing END AS northing,
              CASE WHEN newest AND 'federation' = ANY (l.fields) THEN t.federation ELSE s.federation END AS federation,
              CASE WHEN newer THEN l.listed_on ELSE s.details_on END AS details_on,
              CASE WHEN newer AND s.details_on IS DISTINCT FROM l.listed_on THEN $1::uuid ELSE s.details_file_id END AS details_file_id,
              CASE WHEN newest THEN l.listed_on ELSE s.listed_on END AS listed_on,
              CASE WHEN newest AND s.listed_on IS DISTINCT FROM l.listed_on THEN $1::uuid ELSE s.list_file_id END AS list_file_id
           OFFSET 0) later
         CROSS JOIN LATERAL (
           SELECT coalesce(jsonb_object_agg(key, old), '{}') AS old, coalesce(jsonb_object_agg(key, new), '{}') AS new, count(*) > 0 AS any
             FROM (VALUES ${pairs(shownColumns)}) v (key, old, new)
            WHERE s.id IS NOT NULL AND ${row("s", shownColumns)} IS DISTINCT FROM ${row("later", shownColumns)}
              AND old IS DISTINCT FROM new) diff
         CROSS JOIN LATERAL (
           SELECT coalesce(jsonb_object_agg(key, old), '{}') AS old, coalesce(jsonb_object_agg(key, new), '{}') AS new
             FROM (VALUES ${pairs(sources)}) v (key, old, new)
            WHERE s.id IS NOT NULL AND ${row("s", sources)} IS DISTINCT FROM ${row("later", sources)}
              AND old IS DISTINCT FROM new) source
        WHERE t.file_id = $1 AND t.outcome IS NULL)
     UPDATE staged_schools t
        SET outcome = CASE WHEN m.school_id IS NULL THEN 'new' WHEN m.shown THEN 'changed' ELSE 'unchanged' END,
            before = m.before, after = m.after
       FROM met m WHERE t.file_id = $1 AND t.line = m.line`,
    [fileId],
  );
}

/** Matches the rows of a staged list, finds what they change and which schools they link, and says so in figures. */
export async function compareSchoolList(
  client: pg.PoolClient,
  fileId: string,
): Promise<{ summary: SchoolListSummary; undecided: number }> {
  // The planner knows nothing yet of rows that this transaction wrote, and would look up thousands one by one.
  await client.query("SET LOCAL enable_nestloop = off");
  const { undecided } = await matchSchoolList(client, fileId);
  await compareRows(client, fileId);
  await findLinks(client, fileId);
  return { summary: await summariseSchoolList(client, fileId), undecided };
}
