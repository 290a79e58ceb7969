import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AwaitWork } from "~/identification/await-work";
import { describeFileProgress } from "~/identification/describe-progress";
import { wordsOfKind } from "~/identification/file-words";
import { getFileProgress } from "~/identification/get-results-file.server";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "A file is being read or taken over", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.progress");
  const file = await getFileProgress({ actor, fileId: args.params.fileId });
  const progress = describeFileProgress(file);
  if (progress.done) throw redirect(`/results/${file.id}`, 303);
  const { id, filename, kind, state } = file;
  return { id, filename, kind, takingOver: state === "takingOver", progress };
}

export default function FileProgress() {
  const { id, filename, kind, takingOver, progress } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: "/results", text: "Results files" }}>
      <PageHeading caption={<span className="app-typed-text">{filename}</span>}>
        {takingOver ? `Taking the ${wordsOfKind(kind).content} over` : "Reading the file"}
      </PageHeading>
      <AwaitWork
        stateAt={`/results/${id}/state`}
        doneAt={`/results/${id}`}
        label={takingOver ? "Taking over" : "Reading"}
        first={progress}
      >
        <p className="govuk-body">
          You can leave this page. The work goes on, and the list of files shows how it ends.
        </p>
      </AwaitWork>
    </ServicePage>
  );
}
