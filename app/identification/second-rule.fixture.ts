import { DuckDBInstance } from "@duckdb/node-api";

/** What a person would ask of published tables, in other words than the service's own rule. */
export type SecondRule = {
  /** Figures from this column and the year columns that begin with its stem, like "PTRWM_EXP" and "PTRWM_EXP_". */
  column: string;
  stem: string;
  floor: number;
  years: number[];
  gaps: "break" | "skip";
  minYears: number;
};

export type SecondAnswer = { eligible: string[]; flagged: string[]; gaps: string[] };

/**
 * The floor rule written a second time, from the files alone, in another database engine and with nothing of the
 * service: DuckDB reads the key stage 2 tables as text, the newest table that names a school and year is believed, and a
 * school without a figure of its own takes that of the one school whose URN_AC names it; of several, as in a merger,
 * none. Answers by URN; gaps as "urn year".
 */
export async function applySecondRule(
  paths: { path: string; year: number }[],
  rule: SecondRule,
): Promise<SecondAnswer> {
  const duck = await (await DuckDBInstance.create(":memory:")).connect();
  const run = async (sql: string) => (await duck.runAndReadAll(sql)).getRowObjects() as Record<string, string>[];
  const tables = paths.map(
    ({ path, year }) => `SELECT ${year} AS file_year, RECTYPE, URN, URN_AC, NFTYPE, ICLOSE,
        COLUMNS(c -> c = '${rule.column}' OR c SIMILAR TO '${rule.stem}[0-9][0-9]')
      FROM read_csv('${path}', all_varchar = true, header = true, null_padding = true)`,
  );
  await run(`CREATE TABLE published AS ${tables.join(" UNION ALL BY NAME ")}`);
  const columns = await run(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'published'",
  );
  const figures = columns
    .map(({ name = "" }) => name)
    .filter((name) => name === rule.column || name.startsWith(rule.stem))
    .map((name) => {
      const year = name === rule.column ? "file_year" : `20${name.slice(-2)}`;
      return `SELECT URN AS urn, file_year, ${year} AS year, trim("${name}") AS cell FROM published WHERE URN IS NOT NULL AND "${name}" IS NOT NULL`;
    });
  const [from, to] = [Math.min(...rule.years), Math.max(...rule.years)];
  await run(`CREATE TABLE said AS
    SELECT urn, year, arg_max(cell, file_year) AS cell FROM (${figures.join(" UNION ALL ")}) GROUP BY urn, year`);
  await run(`CREATE TABLE school AS
    SELECT URN AS urn, arg_max(RECTYPE, file_year) AS kind, arg_max(NFTYPE, file_year) AS type,
           arg_max(coalesce(ICLOSE, '0'), file_year) AS closed FROM published WHERE URN IS NOT NULL GROUP BY URN`);
  await run(`CREATE TABLE came_from AS
    SELECT DISTINCT trim(URN_AC) AS urn, URN AS old FROM published WHERE trim(coalesce(URN_AC, '')) <> '' AND URN_AC <> URN
    QUALIFY count(DISTINCT URN) OVER (PARTITION BY trim(URN_AC)) = 1`);
  await run(`CREATE TABLE line AS WITH RECURSIVE back(urn, former, step) AS (
      SELECT urn, urn, 0 FROM school
      UNION ALL SELECT back.urn, came_from.old, step + 1 FROM back JOIN came_from ON came_from.urn = back.former WHERE step < 20)
    SELECT urn, former, step FROM back`);
  await run(`CREATE TABLE series AS
    SELECT s.urn, y.year,
           (SELECT arg_min(replace(said.cell, '%', '')::DECIMAL(9,4), line.step) FROM line JOIN said ON said.urn = line.former AND said.year = y.year
             WHERE line.urn = s.urn AND regexp_full_match(said.cell, '[0-9]+(\\.[0-9]+)?%?')) AS value
      FROM school s, (SELECT unnest(range(${from}, ${to + 1})) AS year) y
     WHERE s.kind = '1' AND s.type NOT IN ('IND', 'INDSS') AND s.closed = '0'
       AND s.urn NOT IN (SELECT old FROM came_from JOIN school USING (urn))`);
  const enough = rule.gaps === "break" ? `count(value) = ${rule.years.length}` : `count(value) >= ${rule.minYears}`;
  const eligible = `SELECT urn FROM series GROUP BY urn HAVING ${enough} AND count(value) FILTER (WHERE year = ${to}) = 1`;
  const flagged = `${eligible} AND max(value) < ${rule.floor}`;
  const list = async (sql: string) => (await run(sql)).map((row) => Object.values(row).map(String).join(" ")).sort();
  const answer = {
    eligible: await list(eligible),
    flagged: await list(flagged),
    gaps: await list("SELECT urn, year FROM series WHERE value IS NULL"),
  };
  duck.closeSync();
  return answer;
}
