import type { LoaderFunctionArgs } from "@remix-run/node";
import { listMatchChoices } from "~/identification/list-match-choices.server";
import { matchChoicesCsv } from "~/identification/match-choices-csv";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.match.csv");
  const { choices } = await listMatchChoices({ actor, fileId: args.params.fileId, page: null });
  return new Response(matchChoicesCsv(choices.filter(({ decided }) => decided === null)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="schools-to-choose.csv"',
    },
  });
}
