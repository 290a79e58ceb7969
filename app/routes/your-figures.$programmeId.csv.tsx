import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { getOwnFigures } from "~/statistics/get-own-figures.server";
import { statisticsCsv } from "~/statistics/statistics-csv";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "your-figures.$programmeId.csv");
  const asked = new URL(args.request.url).searchParams.get("council");
  const { programmeId } = args.params;
  const { areas, rule, council } = await getOwnFigures({ actor, programmeId, council: asked });
  if (areas.length === 0) throw new Response("Not found", { status: 404 });
  return new Response(statisticsCsv(areas, rule, false), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="figures-${council.code}-${rule.latestYear}.csv"`,
    },
  });
}
