import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeRate } from "~/identification/describe-progress";
import { FileChanges } from "~/identification/file-changes";
import { FileErrors, FileErrorSummary } from "~/identification/file-errors";
import { fileState, isBeingWorkedOn } from "~/identification/file-state";
import { getResultsFile } from "~/identification/get-results-file.server";
import { isMeasureId, measures } from "~/identification/measures";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { formatDateTime } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { NotificationBanner } from "~/ui/notification-banner";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";

export const handle: PageHandle = { title: "Results file" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId");
  const file = await getResultsFile({ actor, fileId: args.params.fileId });
  if (isBeingWorkedOn(file.state)) throw redirect(`/results/${file.id}/progress`, 303);
  return { file, again: new URL(args.request.url).searchParams.has("again") };
}

export default function ResultsFile() {
  const { file, again } = useLoaderData<typeof loader>();
  const { id, filename, state, summary, errors, takenOverAt, programmes } = file;
  const tag = fileState(state);
  return (
    <ServicePage back={{ href: "/results", text: "Results files" }}>
      {again && (
        <NotificationBanner title="Nothing changed">
          {state === "takenOver"
            ? "These bytes were uploaded before, and were taken over then."
            : "These bytes were uploaded before."}
        </NotificationBanner>
      )}
      {errors && state === "refused" && <FileErrorSummary {...errors} />}
      <PageHeading caption="Results file">
        <span className="app-typed-text">{filename}</span>
      </PageHeading>
      <p className="govuk-body">
        <Tag colour={tag.colour}>{tag.text}</Tag>
      </p>
      {summary?.changedMeanwhile && state === "checked" && (
        <InsetText>
          Another file was taken over before this one could be, so this one was not. Below is what it will change now.
        </InsetText>
      )}
      <SummaryList rows={factsOf(file)} />
      {errors && state === "refused" && <FileErrors {...errors} />}
      {summary && state !== "refused" && <FileChanges summary={summary} done={takenOverAt !== null} />}
      {state === "checked" && (
        <ButtonGroup>
          <PostForm action={`/results/${id}/take-over`}>
            <Button preventDoubleClick>Take over results</Button>
          </PostForm>
          <PostForm action={`/results/${id}/discard`}>
            <Button variant="secondary" preventDoubleClick>
              Put file aside
            </Button>
          </PostForm>
        </ButtonGroup>
      )}
      {state === "takenOver" && (
        <>
          <h2 className="govuk-heading-m">What to do next</h2>
          <p className="govuk-body">
            {programmes.length === 0
              ? "No programme uses this measure yet."
              : "Programmes of this measure, where you can run identification on the new results:"}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {programmes.map((programme) => (
              <li key={programme.id}>
                <a className="govuk-link" href={`/programmes/${programme.id}`}>
                  {programme.name}
                </a>
              </li>
            ))}
            <li>
              <a className="govuk-link" href="/programmes/new">
                Set up a programme
              </a>
            </li>
          </ul>
        </>
      )}
    </ServicePage>
  );
}

function factsOf(file: ReturnType<typeof useLoaderData<typeof loader>>["file"]) {
  const { summary, measures: ids, years, checksum, size, expectedYear, rowsRead } = file;
  const { uploadedBy, uploadedAt, takenOverBy, takenOverAt } = file;
  const measured = ids.flatMap((id) => (isMeasureId(id) ? [measures[id].shortName] : []));
  return [
    ...(summary ? [{ key: "Layout", value: summary.layoutName }] : []),
    ...(measured.length > 0 ? [{ key: "Measure", value: measured.join(", ") }] : []),
    ...(years.length > 0 ? [{ key: "Years", value: years.join(", ") }] : []),
    ...(expectedYear ? [{ key: "Year that was expected", value: expectedYear }] : []),
    ...(summary ? [{ key: "Rows", value: describeRate(rowsRead, summary.readMs) }] : []),
    { key: "Size", value: `${formatCount(size)} bytes` },
    { key: "Checksum (SHA-256)", value: <code className="app-typed-text">{checksum}</code> },
    { key: "Uploaded", value: `${formatDateTime(uploadedAt)} by ${uploadedBy}` },
    ...(takenOverAt ? [{ key: "Taken over", value: `${formatDateTime(takenOverAt)} by ${takenOverBy}` }] : []),
  ];
}
