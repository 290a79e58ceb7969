import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeRate } from "~/identification/describe-progress";
import { FileChanges } from "~/identification/file-changes";
import { FileErrors, FileErrorSummary } from "~/identification/file-errors";
import { fileState, isBeingWorkedOn, isListed } from "~/identification/file-state";
import { wordsOfKind } from "~/identification/file-words";
import { FileNextSteps } from "~/identification/file-next-steps";
import { getResultsFile, type ResultsFilePage } from "~/identification/get-results-file.server";
import { isMeasureId, measures } from "~/identification/measures";
import { LinksChanges } from "~/identification/links-changes";
import { SchoolListChanges } from "~/identification/school-list-changes";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { formatDateTime } from "~/ui/format-date";
import { formatCount, formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
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
  const { id, filename, state, summary, errors, undecided, lists } = file;
  const [errorList] = state === "refused" ? lists : [];
  const tag = fileState(state);
  const words = wordsOfKind(file.kind);
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
      <PageHeading caption={words.caption}>
        <span className="app-typed-text">{filename}</span>
      </PageHeading>
      <p className="govuk-body">
        <Tag colour={tag.colour}>{tag.text}</Tag>
      </p>
      {summary?.changedMeanwhile && state === "checked" && (
        <InsetText>
          What is stored, or what somebody chose, has changed since this file was checked, so it was not taken over.
          Below is what it will change now.
        </InsetText>
      )}
      <SummaryList rows={factsOf(file)} />
      {errorList && <FileErrors fileId={id} list={errorList} />}
      {summary && state !== "refused" && <Changes file={file} />}
      {state === "checked" && undecided > 0 && (
        <>
          <InsetText>
            {formatPlural(undecided, "row")} could be about more than one school, and the service does not guess. The
            file can be taken over once each is decided or left out.
          </InsetText>
          <LinkButton href={`/results/${id}/match`}>Choose schools</LinkButton>
        </>
      )}
      {state === "checked" && (
        <ButtonGroup>
          {undecided === 0 && (
            <PostForm action={`/results/${id}/take-over`}>
              <Button preventDoubleClick>Take over {words.content}</Button>
            </PostForm>
          )}
          <PostForm action={`/results/${id}/discard`}>
            <Button variant="secondary" preventDoubleClick>
              Put file aside
            </Button>
          </PostForm>
        </ButtonGroup>
      )}
      {state === "takenOver" && <FileNextSteps file={file} />}
    </ServicePage>
  );
}

function Changes({ file }: { file: ResultsFilePage }) {
  const { id, state, summary, lists, takenOverAt } = file;
  if (!summary) return null;
  const done = takenOverAt !== null;
  const listed = isListed(state);
  if (!("kind" in summary))
    return <FileChanges fileId={id} summary={summary} lists={lists} done={done} listed={listed} />;
  if (summary.kind === "links")
    return <LinksChanges fileId={id} summary={summary} lists={lists} done={done} listed={listed} />;
  return <SchoolListChanges id={id} summary={summary} done={done} listed={listed} />;
}

function factsOf(file: ResultsFilePage) {
  const { summary, measures: ids, years, checksum, size, expectedYear, rowsRead } = file;
  const { uploadedBy, uploadedAt, takenOverBy, takenOverAt, takenBackBy, takenBackAt } = file;
  const measured = ids.flatMap((id) => (isMeasureId(id) ? [measures[id].shortName] : []));
  return [
    ...(summary ? [{ key: "Layout", value: summary.layoutName }] : []),
    ...(measured.length > 0 ? [{ key: "Measure", value: measured.join(", ") }] : []),
    ...(years.length > 0 ? [{ key: "Years", value: years.join(", ") }] : []),
    ...(expectedYear ? [{ key: "Year that was expected", value: expectedYear }] : []),
    ...(summary && "readMs" in summary ? [{ key: "Rows", value: describeRate(rowsRead, summary.readMs) }] : []),
    { key: "Size", value: `${formatCount(size)} bytes` },
    { key: "Checksum (SHA-256)", value: <code className="app-typed-text">{checksum}</code> },
    { key: "Uploaded", value: `${formatDateTime(uploadedAt)} by ${uploadedBy}` },
    ...(takenOverAt ? [{ key: "Taken over", value: `${formatDateTime(takenOverAt)} by ${takenOverBy}` }] : []),
    ...(takenBackAt ? [{ key: "Taken back", value: `${formatDateTime(takenBackAt)} by ${takenBackBy}` }] : []),
  ];
}
