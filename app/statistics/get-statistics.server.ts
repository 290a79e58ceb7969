import { groupBy } from "~/identification/group-by";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { type AreaFigures, toAreaFigures } from "./figures";
import { type FiguresOf, findPublishedRun } from "./find-published-run.server";
import { type CountedCell, meanOf } from "./counted";

export type CouncilFigures = AreaFigures & { region: string };
export type Statistics = FiguresOf & {
  /** Null until the run has been counted. */
  england: AreaFigures | null;
  regions: AreaFigures[];
  councils: CouncilFigures[];
};

type Row = { code: string; name: string; region: string; cell: CountedCell; year: number; value: number };

/** The figures of some councils together, exact. */
function addUp(rows: readonly Row[]) {
  const totals = new Map<string, number>();
  for (const { cell, year, value } of rows) totals.set(`${cell} ${year}`, (totals.get(`${cell} ${year}`) ?? 0) + value);
  const total = (cell: CountedCell, year: number) => totals.get(`${cell} ${year}`);
  return (cell: CountedCell | "mean", year: number) =>
    cell === "mean" ? meanOf(total("points", year) ?? 0, total("schools", year) ?? 0) : total(cell, year);
}

/** What a published run found, in every council, every region and the country. For the Department: nothing is left out. */
export async function getStatistics(asked: {
  actor: Actor;
  programmeId: string | undefined;
  /** Null for the newest published run. */
  runId: string | null;
}): Promise<Statistics> {
  return asActor(asked.actor, async (tx) => {
    const found = await findPublishedRun(tx, asked);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT c.code, c.name, c.region, s.cell, s.year::int AS year, s.value::float8 AS value
        FROM statistics_counts s JOIN councils c ON c.code = s.council_code
       WHERE s.run_id = ${found.run.id}::uuid ORDER BY c.name, c.code`;
    const { rule } = found;
    const setting = { ...rule, years: [...new Set(rows.map(({ year }) => year))].sort() };
    const area = (scope: AreaFigures["scope"], code: string, name: string, of: readonly Row[]) =>
      toAreaFigures({ scope, code, name }, addUp(of), setting);
    return {
      ...found,
      england: rows.length === 0 ? null : area("national", "", "England", rows),
      regions: [...groupBy(rows, ({ region }) => region)]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, of]) => area("region", "", name, of)),
      councils: [...groupBy(rows, ({ code }) => code)].flatMap(([code, of]) =>
        of[0] ? [{ ...area("council", code, of[0].name, of), region: of[0].region }] : [],
      ),
    };
  });
}
