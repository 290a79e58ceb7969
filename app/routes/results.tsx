import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { fileState } from "~/identification/file-state";
import { listResultsFiles } from "~/identification/list-results-files.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDateTimeShort } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { Hint } from "~/ui/hint";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

export const handle: PageHandle = { title: "Results files" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results");
  const page = pageNumber(args.request);
  return { page, ...(await listResultsFiles({ actor, page })) };
}

export default function Results() {
  const { files, page, pages, histories } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="wide">
      <PageHeading>Results files</PageHeading>
      <p className="govuk-body">
        A file is read and checked first. Nothing of it counts until it is taken over, all of it at once.
      </p>
      <LinkButton href="/results/upload">Upload a file</LinkButton>
      <p className="govuk-body">
        <a className="govuk-link" href="/histories">
          Histories to decide
        </a>
        {histories > 0
          ? `: whose results go on at ${formatPlural(histories, "school")} waits for an admin.`
          : ": none waits for an admin."}
      </p>
      <Table
        caption="Files, the newest first"
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "File" },
          { label: "State", nowrap: true },
          { label: "Years", nowrap: true },
          { label: "Checksum" },
          { label: "Uploaded", nowrap: true },
          { label: "Taken over", nowrap: true },
        ]}
        rows={files.map(({ id, filename, state, years, layoutName, checksum, ...file }) => {
          const { text, colour } = fileState(state);
          return {
            key: id,
            cells: [
              <Fragment key="file">
                <a className="govuk-link" href={`/results/${id}`}>
                  {filename}
                </a>
                {layoutName && (
                  <Hint className="govuk-!-margin-bottom-0 govuk-!-font-size-16 govuk-!-font-weight-regular">
                    {layoutName}
                  </Hint>
                )}
              </Fragment>,
              <Tag key="state" colour={colour}>
                {text}
              </Tag>,
              yearsInWords(years),
              <code key="checksum">{checksum.slice(0, 12)}</code>,
              <WhenAndWho key="uploaded" at={file.uploadedAt} by={file.uploadedBy} />,
              file.takenOverAt && <WhenAndWho key="taken over" at={file.takenOverAt} by={file.takenOverBy} />,
            ],
          };
        })}
        empty="No file has been uploaded."
      />
      <Pagination page={page} pages={pages} hrefFor={(to) => `/results?page=${to}`} />
    </ServicePage>
  );
}

const WhenAndWho = ({ at, by }: { at: string; by: string }) => (
  <>
    {formatDateTimeShort(at)}
    <br />
    {by}
  </>
);

const yearsInWords = (years: readonly number[]) =>
  years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? "");
