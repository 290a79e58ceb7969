import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { getStatistics } from "~/statistics/get-statistics.server";
import { statisticsCsv } from "~/statistics/statistics-csv";
import { chooseFileAreas, readStatisticsQuery } from "~/statistics/statistics-query";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "statistics.$programmeId.csv");
  const query = readStatisticsQuery(new URL(args.request.url).searchParams);
  const { programmeId } = args.params;
  const { england, regions, councils, rule } = await getStatistics({ actor, programmeId, runId: query.run });
  if (!england) throw new Response("Not found", { status: 404 });
  const areas = chooseFileAreas({ england, regions, councils }, query);
  return new Response(statisticsCsv(areas, rule, true), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="statistics-inside-the-department-${rule.latestYear}.csv"`,
    },
  });
}
