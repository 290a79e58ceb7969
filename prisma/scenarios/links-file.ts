import { academyUrn, type FileToUpload } from "./results-files";
import { listFictionalSchools } from "./school-register";

const COLUMNS = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"];

/** A school that closed before the service knew any. */
const unknown = { urn: "898001", name: "Bygone Lane School" };

/**
 * The links that Get Information About Schools would give of the demonstration's schools in `year`: the academy with the
 * school that it continues, said from both sides; a school that closed and was split between two others, which waits for
 * an admin; one school that nobody has stored, and kinds of link that tell of no history.
 */
export function demonstrationLinks(year: number): FileToUpload {
  const schools = listFictionalSchools();
  const told = (story: string) => schools.find((school) => school.story === story);
  const [converted, closed] = [told("converted"), told("closed")];
  const near = schools.filter(
    ({ councilCode, story, recordType, type }) =>
      councilCode === closed?.councilCode && story === "steady" && recordType === "1" && type !== "IND",
  );
  const [first, second, third, fourth] = near;
  if (!converted || !closed || !first || !second || !third || !fourth)
    throw new Error("The register has no such schools");
  const academy = { urn: academyUrn, name: converted.name.replace(/ \w+ School$/, " Academy") };
  type Named = { urn: string; name: string };
  const row = (of: Named, other: Named, kind: string, on = "") => [of.urn, other.urn, other.name, kind, on];
  const both = (earlier: Named, later: Named, suffix: string, on: string) => [
    row(later, earlier, `Predecessor${suffix}`, on),
    row(earlier, later, `Successor${suffix}`, on),
  ];
  const opened = `01-09-${year - 1}`;
  const rows = [
    ...both(converted, academy, "", opened),
    ...both(closed, first, " - Split School", opened),
    ...both(closed, second, " - Split School", opened),
    row(third, unknown, "Predecessor", "01-09-1998"),
    row(third, fourth, "Sixth Form Centre Link"),
    row(fourth, third, "Expansion", opened),
  ];
  const text = [COLUMNS, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
  return { filename: `school_links_${year}.csv`, bytes: new TextEncoder().encode(text), year: null };
}
