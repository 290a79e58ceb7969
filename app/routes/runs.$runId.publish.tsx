import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { StaleForm } from "~/plans/event-refused";
import { now, today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getPublicationPreview } from "~/programmes/get-publication-preview.server";
import { PublicationPreview } from "~/programmes/publication-preview";
import { publishRun } from "~/programmes/publish-run.server";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Publish" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.publish");
  return { preview: await getPublicationPreview({ actor, runId: args.params.runId, today: today() }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.publish");
  const runId = requireId(args.params.runId);
  const form = await readForm(args.request, args.context);
  const previewed = { run: Number(form.get("version")), programme: Number(form.get("programmeVersion")) };
  const back = { href: `/runs/${runId}/publish`, text: "See the preview as it is now" };
  const { opened } = await runAction(actor, back, async () => {
    const published = await publishRun({ actor, runId, previewed, now: now() });
    if (published.ok) return published;
    throw new StaleForm(
      published.problems.join(" ") ||
        "The run was not published: it was put aside, or its cohorts are to be confirmed again.",
    );
  });
  return redirectWithNotice(
    `/runs/${runId}`,
    `Published. ${formatPlural(opened, "case")} opened, and each council is told.`,
  );
}

export default function Publish() {
  const { preview } = useLoaderData<typeof loader>();
  const { run, programme } = preview;
  return (
    <ServicePage back={{ href: `/runs/${run.id}`, text: `Run ${run.number}` }}>
      <PageHeading caption={`${programme.name}, run ${run.number}`}>Publish</PageHeading>
      <PublicationPreview preview={preview} />
    </ServicePage>
  );
}
