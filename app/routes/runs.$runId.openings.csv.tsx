import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { listOpenings } from "~/programmes/list-openings.server";
import { openingsCsv } from "~/programmes/openings-csv";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.openings.csv");
  const { run, councils } = await listOpenings({ actor, runId: args.params.runId });
  return new Response(openingsCsv(councils), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="openings-of-run-${run.number}.csv"`,
    },
  });
}
