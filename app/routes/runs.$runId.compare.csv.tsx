import type { LoaderFunctionArgs } from "@remix-run/node";
import { comparisonCsv } from "~/identification/comparison-csv";
import { readComparisonQuery } from "~/identification/compared-lists";
import { getComparison } from "~/identification/get-comparison.server";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.compare.csv");
  const query = readComparisonQuery(new URL(args.request.url).searchParams);
  const { compared } = await getComparison({ actor, runId: args.params.runId, query, pageSize: null });
  if (!compared) throw new Response("Not found", { status: 404 });
  const { one, other, comparison } = compared;
  return new Response(comparisonCsv(comparison.schools, one.number, other.number), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="runs-${one.number}-and-${other.number}-${comparison.list}.csv"`,
    },
  });
}
