import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileListTable } from "~/identification/file-list-table";
import { fileListHref, fileLists, isFileListId, ROWS_PER_PAGE } from "~/identification/file-lists";
import { getFileProgress } from "~/identification/get-results-file.server";
import { listFileRows } from "~/identification/list-file-rows.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { formatCount } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";

export const handle: PageHandle = { title: "Rows of a results file" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.rows.$list");
  const { fileId, list } = args.params;
  if (!isFileListId(list)) throw new Response("Not found", { status: 404 });
  const page = pageNumber(args.request);
  const { id, filename } = await getFileProgress({ actor, fileId });
  return { id, filename, page, list: await listFileRows({ actor, fileId, list, page }) };
}

export default function FileRows() {
  const { id, filename, page, list } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide" back={{ href: `/results/${id}`, text: "The file" }}>
      <PageHeading caption={<span className="app-typed-text">{filename}</span>}>
        {fileLists[list.id]}: {formatCount(list.total)}
      </PageHeading>
      <FileListTable fileId={id} list={list} page={page} />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(list.total / ROWS_PER_PAGE))}
        hrefFor={(to) => `${fileListHref(id, list.id)}?page=${to}`}
      />
    </ServicePage>
  );
}
