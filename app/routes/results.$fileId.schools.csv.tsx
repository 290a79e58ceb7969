import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileSchoolsCsv } from "~/identification/file-schools-csv";
import { listFileSchools } from "~/identification/list-file-schools.server";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.schools.csv");
  const schools = await listFileSchools({ actor, fileId: args.params.fileId });
  return new Response(fileSchoolsCsv(schools), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="schools-of-the-list.csv"',
    },
  });
}
