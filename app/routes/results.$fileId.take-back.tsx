import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getResultsFile } from "~/identification/get-results-file.server";
import { askTakeBack, takeBackResultsFile } from "~/identification/take-back-results-file.server";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { StaleForm } from "~/plans/event-refused";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { Button } from "~/ui/button";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Take a file back" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.take-back");
  const { id, filename, kind } = await getResultsFile({ actor, fileId: args.params.fileId });
  return { id, filename, kind, obstacle: await askTakeBack({ actor, fileId: id }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.take-back");
  const fileId = requireId(args.params.fileId);
  await readForm(args.request, args.context);
  await runAction(actor, { href: `/results/${fileId}`, text: "See the file as it is now" }, async () => {
    const obstacle = await takeBackResultsFile({ actor, fileId, now: now() });
    if (obstacle) throw new StaleForm(obstacle);
  });
  return redirectWithNotice(
    `/results/${fileId}`,
    "The file is taken back. Schools and results are as they were before it, but for what people decided since.",
  );
}

export default function TakeBack() {
  const { id, filename, kind, obstacle } = useLoaderData<typeof loader>();
  return (
    <ServicePage width="narrow" back={{ href: `/results/${id}`, text: "The file" }}>
      <PageHeading caption={<span className="app-typed-text">{filename}</span>}>Take this file back</PageHeading>
      {obstacle ? (
        <InsetText>{obstacle}</InsetText>
      ) : (
        <>
          <p className="govuk-body">When you take the file back:</p>
          <ul className="govuk-list govuk-list--bullet">
            {kind === "results" && (
              <li>the results that it brought are removed, and those that it changed are what they were before</li>
            )}
            {kind === "links" ? (
              <li>the links that it brought are removed, and each school has the history that it had before</li>
            ) : (
              <li>schools are what they were before, and those that only this file brought are removed</li>
            )}
            <li>what people decided since, such as whose results go on at a school, stays</li>
            <li>
              {kind === "results"
                ? "identification runs of its measures that are not published are put aside"
                : "identification runs that are not published are put aside"}
            </li>
          </ul>
          <p className="govuk-body">The same file can be uploaded again later.</p>
          <PostForm>
            <Button variant="warning" preventDoubleClick>
              Take file back
            </Button>
          </PostForm>
        </>
      )}
    </ServicePage>
  );
}
