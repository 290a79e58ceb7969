import { councilsOf, type PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { type AreaFigures, type CellName, type Figure, type Scope, toAreaFigures } from "./figures";
import { type FiguresOf, findPublishedRun } from "./find-published-run.server";

export type OwnFigures = FiguresOf & {
  /** Of those that the person works for; `council` is the one whose figures these are. */
  councils: { code: string; name: string }[];
  council: { code: string; name: string };
  /** The council, its region and England; the council alone for somebody who works for several. Empty until counted. */
  areas: AreaFigures[];
};

type Row = { scope: Scope; cell: CellName; year: number; value: Figure };

/**
 * The figures of a council as its own people may read them and hand them on: the newest published run's, small numbers
 * taken out when they were counted. The database lets nobody read those of another council. 404 for a council that is
 * not the person's.
 */
export async function getOwnFigures(asked: {
  actor: PersonActor;
  programmeId: string | undefined;
  /** Null for the first of the person's councils. */
  council: string | null;
}): Promise<OwnFigures> {
  const own = [...new Set(councilsOf(asked.actor))];
  return asActor(asked.actor, async (tx) => {
    const found = await findPublishedRun(tx, { programmeId: asked.programmeId });
    const councils = await tx.council.findMany({ where: { code: { in: own } }, orderBy: { code: "asc" } });
    const council = asked.council === null ? councils[0] : councils.find(({ code }) => code === asked.council);
    if (!council) throw new Response("Not found", { status: 404 });
    const rows = await tx.$queryRaw<Row[]>`
      SELECT scope, cell, year::int AS year, value::float8 AS value FROM statistics_shown
       WHERE run_id = ${found.run.id}::uuid AND council_code = ${council.code}`;
    const values = new Map(rows.map(({ scope, cell, year, value }) => [`${scope} ${cell} ${year}`, value]));
    const setting = { ...found.rule, years: [...new Set(rows.map(({ year }) => year))].sort() };
    const area = (scope: Scope, name: string) =>
      toAreaFigures(
        { scope, code: scope === "council" ? council.code : "", name },
        // What is not there of an area beyond the council's own may not be read.
        (cell, year) => values.get(`${scope} ${cell} ${year}`) ?? null,
        setting,
      );
    const wider = own.length === 1 ? [area("region", council.region), area("national", "England")] : [];
    return {
      ...found,
      councils: councils.map(({ code, name }) => ({ code, name })),
      council: { code: council.code, name: council.name },
      areas: rows.length === 0 ? [] : [area("council", council.name), ...wider],
    };
  });
}
