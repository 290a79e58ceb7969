import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RevisionDownloads } from "~/documents/revision-downloads";
import { homeOf } from "~/people/navigation";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { AdviceList } from "~/plans/advice-list";
import { getRevision } from "~/plans/get-revision.server";
import { PlanReading } from "~/plans/plan-reading";
import { ProgressNotes } from "~/plans/progress-notes";
import { councilsOf, holds } from "~/platform/actor";
import { dateInLondon, now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { formatDateTime } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = {
  title: ({ revision }: Awaited<ReturnType<typeof loader>>) => `Submitted plan ${revision.reference}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "revisions.$revisionId");
  const revision = await getRevision({ actor, revisionId: args.params.revisionId ?? "" });
  const own = councilsOf(actor).includes(revision.council.code);
  const back = own ? `/plans/${revision.planId}` : homeOf(actor);
  return { revision, mayAdvise: holds(actor, "adviser"), back, today: dateInLondon(now()) };
}

export default function RevisionPage() {
  const { revision, mayAdvise, back, today } = useLoaderData<typeof loader>();
  const dates = revision.dueOn === null ? null : { today, dueOn: revision.dueOn };
  const { reference, submittedAt, submittedBy, withdrawnAt, council, programme, content, progress, advice } = revision;
  const { planId, previousId } = revision;
  const schools = content.setting.schools.map(({ name }) => name).join(", ");
  return (
    <ServicePage width="narrow" back={{ href: back }}>
      <PageHeading caption={`${programme.name}, ${council.name}`}>{schools}: submitted plan</PageHeading>
      <InsetText>
        Reference <strong>{reference}</strong>. Submitted {submittedBy && `by ${submittedBy} `}on{" "}
        {formatDateTime(submittedAt)}. This is the text as it was submitted.
        {withdrawnAt && ` It was withdrawn on ${formatDateTime(withdrawnAt)}, and only your council can read it.`}
      </InsetText>
      <RevisionDownloads revisionId={revision.id} withdrawn={withdrawnAt !== null} />
      {previousId && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/plans/${planId}/compare?from=${previousId}&to=${revision.id}`}>
            See what changed since the submission before
          </a>
        </p>
      )}
      <PlanReading content={content} dates={dates} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={`/plans/${planId}/feed`}>
          Follow this plan in a feed (Atom)
        </a>
      </p>
      {(mayAdvise || advice.length > 0) && (
        <AdviceList advice={advice} adviseHref={mayAdvise ? `/revisions/${revision.id}/advise` : null} />
      )}
      {progress && (
        <section aria-labelledby="progress">
          <h2 className="govuk-heading-m" id="progress">
            Progress
          </h2>
          <ProgressNotes notes={progress} schools={content.setting.schools} />
        </section>
      )}
    </ServicePage>
  );
}
