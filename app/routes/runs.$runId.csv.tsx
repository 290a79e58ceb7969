import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRun } from "~/identification/get-run.server";
import { listRunSchools } from "~/identification/list-run-schools.server";
import { lastYears } from "~/identification/rule-version";
import { readRunSchoolsQuery } from "~/identification/run-schools-filter";
import { runSchoolsCsv } from "~/identification/run-schools-csv";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.csv");
  const query = readRunSchoolsQuery(new URL(args.request.url).searchParams);
  const { id, number, rule } = await getRun({ actor, runId: args.params.runId });
  const { schools } = await listRunSchools({ actor, runId: id, ...query }, null);
  return new Response(runSchoolsCsv(schools, lastYears(rule.latestYear, rule.ruleYears)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="identification-run-${number}.csv"`,
    },
  });
}
