import type { CsvCell } from "~/platform/csv";
import { resultWords, schoolDetails } from "./compared-sql";
import type { FileListId, ListedRow, ListSource } from "./file-lists";
import { linkListSources } from "./links-list-sql";
import { isMeasureId, measures } from "./measures";
import { describeDetail } from "./describe-school-detail";

const number = "left(s.laestab, 3) || '/' || substr(s.laestab, 4)";
const school = `s.name, ${number} AS number, s.urn`;
const byName = "ORDER BY s.name, s.id";
const schoolColumns = [{ label: "School" }, { label: "Number", nowrap: true }, { label: "URN" }];
const schoolCells = ({ name, number: of, urn }: ListedRow) => [name, of, urn] as CsvCell[];
const measureCell = ({ measure }: ListedRow): CsvCell =>
  typeof measure === "string" && isMeasureId(measure) ? measures[measure].shortName : (measure as CsvCell);

/** Results of the file $1 that have an outcome, before it is taken over. */
const staged = (outcome: string) =>
  `SELECT school_id, measure, year, value, code, pupils, before_value, before_code, before_pupils
     FROM staged_results WHERE file_id = $1 AND outcome = '${outcome}'`;
const changes = (differs: boolean) =>
  `SELECT school_id, measure, year, after_value AS value, after_code AS code, after_pupils AS pupils, before_value, before_code,
          before_pupils
     FROM result_changes WHERE file_id = $1
      AND ((before_value, before_code) IS DISTINCT FROM (after_value, after_code)) = ${differs}`;
// What a later file replaced is still what this one brought.
const broughtNew = `
  SELECT school_id, measure, year, value, code, pupils FROM results WHERE file_id = $1
  UNION ALL
  SELECT school_id, measure, year, before_value, before_code, before_pupils FROM result_changes
   WHERE before_file_id = $1 AND (before_value, before_code) IS DISTINCT FROM (after_value, after_code)`;

/** Schools as they are stored, with those that a staged file would add. */
const known = `
  (SELECT id, name, laestab::text, urn FROM schools
    UNION ALL
   SELECT m.school_id, r.name, r.laestab, r.urn FROM file_schools m
     JOIN staged_rows r ON r.file_id = m.file_id AND r.line = m.line WHERE m.file_id = $1 AND m.is_new)`;

const results = (from: string) =>
  `SELECT ${school}, c.measure, c.year::int, ${resultWords("c.value", "c.code")} AS result, c.pupils FROM (${from}) c
     JOIN ${known} s ON s.id = c.school_id ${byName}, c.measure, c.year`;
const changed = (from: string) =>
  `SELECT ${school}, c.measure, c.year::int, ${resultWords("c.before_value", "c.before_code")} AS before,
          ${resultWords("c.value", "c.code")} AS after, c.before_pupils, coalesce(c.pupils, c.before_pupils) AS pupils
     FROM (${from}) c JOIN schools s ON s.id = c.school_id ${byName}, c.measure, c.year`;
// A council is known to a reader by its name.
const named = (value: string) =>
  `coalesce((SELECT to_jsonb(co.name) FROM councils co WHERE d.detail = 'council_code' AND co.code = ${value} #>> '{}'), ${value})`;
const details = (from: string) =>
  `SELECT ${school}, d.detail, ${named("d.before")} AS before, ${named("d.after")} AS after
     FROM (${from}) d JOIN schools s ON s.id = d.school_id ${byName}, array_position(ARRAY[${schoolDetails.map((column) => `'${column}'`).join(", ")}], d.detail)`;

const resultColumns = [...schoolColumns, { label: "Measure" }, { label: "Year", numeric: true }];

export const fileListSources: Record<FileListId, ListSource> = {
  ...linkListSources,
  newResults: {
    columns: [...resultColumns, { label: "Result", numeric: true }, { label: "Pupils", numeric: true }],
    checked: results(staged("new")),
    takenOver: results(
      `SELECT * FROM (${broughtNew}) b WHERE NOT EXISTS (
         SELECT FROM result_changes own WHERE own.file_id = $1 AND own.school_id = b.school_id AND own.measure = b.measure
                                          AND own.year = b.year)`,
    ),
    cells: (row) => [...schoolCells(row), measureCell(row), row.year, row.result, row.pupils] as CsvCell[],
  },
  changedResults: {
    columns: [
      ...resultColumns,
      { label: "Before", numeric: true },
      { label: "After", numeric: true },
      { label: "Pupils before", numeric: true },
      { label: "Pupils after", numeric: true },
    ],
    checked: changed(staged("changed")),
    takenOver: changed(changes(true)),
    cells: (row) =>
      [
        ...schoolCells(row),
        measureCell(row),
        row.year,
        row.before,
        row.after,
        row.before_pupils,
        row.pupils,
      ] as CsvCell[],
  },
  changedPupils: {
    columns: [
      ...resultColumns,
      { label: "Result", numeric: true },
      { label: "Pupils before", numeric: true },
      { label: "Pupils after", numeric: true },
    ],
    checked: changed(staged("pupils")),
    takenOver: changed(changes(false)),
    cells: (row) =>
      [...schoolCells(row), measureCell(row), row.year, row.after, row.before_pupils, row.pupils] as CsvCell[],
  },
  newSchools: {
    columns: [...schoolColumns, { label: "Council" }, { label: "Type" }, { label: "Open" }],
    checked: `
      SELECT ${school}, co.name AS council, s.type, s.open FROM file_schools m
        JOIN staged_rows s ON s.file_id = m.file_id AND s.line = m.line JOIN councils co ON co.code = s.council_code
       WHERE m.file_id = $1 AND m.is_new ORDER BY s.name, m.line`,
    takenOver: `
      SELECT ${school}, co.name AS council, s.type, s.open FROM file_schools m
        JOIN schools s ON s.id = m.school_id JOIN councils co ON co.code = s.council_code
       WHERE m.file_id = $1 AND m.is_new ${byName}`,
    cells: (row) => [...schoolCells(row), row.council, row.type, row.open ? "Yes" : "No"] as CsvCell[],
  },
  changedSchools: {
    columns: [...schoolColumns, { label: "Detail" }, { label: "Before" }, { label: "After" }],
    checked: details(
      `SELECT c.school_id, a.key AS detail, c.before -> a.key AS before, a.value AS after
         FROM staged_details c CROSS JOIN LATERAL jsonb_each(c.after) AS a WHERE c.file_id = $1`,
    ),
    takenOver: details(
      `SELECT c.school_id, a.key AS detail, c.before -> a.key AS before, a.value AS after
         FROM school_changes c CROSS JOIN LATERAL jsonb_each(c.after) AS a
        WHERE c.file_id = $1 AND a.key <> 'predecessor_id'`,
    ),
    cells: (row) => {
      const { detail, before, after } = describeDetail(String(row.detail), row.before, row.after);
      return [...schoolCells(row), detail, before, after];
    },
  },
  choices: {
    columns: [
      { label: "Line", numeric: true },
      { label: "School in the file" },
      { label: "Number", nowrap: true },
      { label: "Schools that it could be", prose: true },
      { label: "Decision" },
    ],
    checked: `
      SELECT m.line, m.name, left(m.laestab, 3) || '/' || substr(m.laestab, 4) AS number,
             (SELECT string_agg(s.name || ' (URN ' || coalesce(s.urn, 'not known') || ')', ', ' ORDER BY s.urn) FROM schools s
               WHERE s.id = ANY (m.candidate_ids)) AS candidates,
             CASE WHEN c.laestab IS NULL THEN 'To be decided'
                  WHEN c.school_id IS NULL THEN 'Left out'
                  WHEN c.school_id = ANY (m.candidate_ids)
                  THEN (SELECT s.name || ' (URN ' || coalesce(s.urn, 'not known') || ')' FROM schools s WHERE s.id = c.school_id)
                  ELSE 'To be decided' END AS decision
        FROM staged_unmatched m LEFT JOIN laestab_choices c ON c.laestab = m.laestab WHERE m.file_id = $1 ORDER BY m.line`,
    takenOver: "SELECT NULL AS line WHERE $1::uuid IS NULL",
    cells: ({ line, name, number: of, candidates, decision }) => [line, name, of, candidates, decision] as CsvCell[],
  },
  errors: {
    columns: [
      { label: "Line", numeric: true },
      { label: "Column", nowrap: true },
      { label: "Found" },
      { label: "What is wrong", prose: true },
    ],
    checked: `SELECT line, column_name AS "column", found, message FROM refused_rows WHERE file_id = $1 ORDER BY position`,
    takenOver: "SELECT NULL AS line WHERE $1::uuid IS NULL",
    cells: ({ line, column, found, message }) => [line, column, found, message] as CsvCell[],
  },
};
