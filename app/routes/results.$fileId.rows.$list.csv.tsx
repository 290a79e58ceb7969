import type { LoaderFunctionArgs } from "@remix-run/node";
import { isFileListId } from "~/identification/file-lists";
import { listFileRows } from "~/identification/list-file-rows.server";
import { requireAccess } from "~/people/require-access.server";
import { writeCsv } from "~/platform/csv";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.rows.$list.csv");
  const { fileId, list } = args.params;
  if (!isFileListId(list)) throw new Response("Not found", { status: 404 });
  const { columns, rows } = await listFileRows({ actor, fileId, list, page: null });
  return new Response(writeCsv([columns.map(({ label }) => label), ...rows], { bom: true }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="results-file-${list}.csv"`,
    },
  });
}
