import type { CsvCell } from "~/platform/csv";
import { formatDate } from "~/ui/format-date";
import type { ListSource } from "./file-lists";
import type { LinkOutcome } from "./links-summary";

type Column = ListSource["columns"][number];

const columns: Column[] = [
  { label: "Earlier school" },
  { label: "URN" },
  { label: "Later school" },
  { label: "URN" },
  { label: "Kind of link" },
  { label: "Established", nowrap: true },
];
const lines: Column = { label: "Line", nowrap: true };

/** Links of the file $1 by what became of them: one from both of its sides has two lines. A file names what is not stored. */
const linksOf = (outcome: LinkOutcome) => `
  SELECT string_agg(l.line::text, ', ' ORDER BY l.line) AS lines, l.from_urn, l.to_urn,
         coalesce(f.name, max(nullif(l.link_name, '')) FILTER (WHERE l.link_urn = l.from_urn), 'not known') AS earlier,
         coalesce(t.name, max(nullif(l.link_name, '')) FILTER (WHERE l.link_urn = l.to_urn), 'not known') AS later,
         string_agg(DISTINCT l.link_type, ', ') AS kind, min(l.established_on)::text AS established, max(l.note) AS note,
         concat_ws(' and ', CASE WHEN f.id IS NULL THEN l.from_urn END, CASE WHEN t.id IS NULL THEN l.to_urn END) AS missing
    FROM file_links l LEFT JOIN schools f ON f.urn = l.from_urn LEFT JOIN schools t ON t.urn = l.to_urn
   WHERE l.file_id = $1 AND l.outcome = '${outcome}'
   GROUP BY l.from_urn, l.to_urn, f.id, f.name, t.id, t.name ORDER BY min(l.line)`;

/** A list of links, the same before the file is taken over and after. `extra` tells what is said of each besides. */
function links(outcome: LinkOutcome, extra?: { column: Column; from: string }): ListSource {
  const sql = linksOf(outcome);
  return {
    columns: [...columns, ...(extra ? [extra.column] : []), lines],
    checked: sql,
    takenOver: sql,
    cells: ({ earlier, from_urn, later, to_urn, kind, established, lines: at, ...row }) => {
      const day = typeof established === "string" ? formatDate(established) : "";
      return [earlier, from_urn, later, to_urn, kind, day, ...(extra ? [row[extra.from]] : []), at] as CsvCell[];
    },
  };
}

const unused = `
  SELECT line, urn, link_urn, link_name, link_type FROM file_links WHERE file_id = $1 AND outcome = 'unused' ORDER BY line`;

export const linkListSources = {
  newLinks: links("new"),
  linksToChoose: links("choose"),
  contraryLinks: links("contrary", { column: { label: "What is stored", prose: true }, from: "note" }),
  knownLinks: links("known"),
  unknownLinks: links("unknown", { column: { label: "URN that is not stored" }, from: "missing" }),
  unusedLinks: {
    columns: [{ label: "URN" }, { label: "LinkURN" }, { label: "LinkName" }, { label: "Kind of link" }, lines],
    checked: unused,
    takenOver: unused,
    cells: ({ urn, link_urn, link_name, link_type, line }) => [urn, link_urn, link_name, link_type, line] as CsvCell[],
  },
} satisfies Record<string, ListSource>;
