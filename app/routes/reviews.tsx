import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { listReviewQueue } from "~/reviews/list-review-queue.server";
import { queueHref, queueParts, readQueueFilters, type QueuePart } from "~/reviews/review-queue-filters";
import { ReviewQueueTable } from "~/reviews/review-queue-table";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { StatCards } from "~/ui/stat-cards";

export const handle: PageHandle = { title: "Review queue" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "reviews");
  const filters = readQueueFilters(new URL(args.request.url).searchParams);
  const queue = await listReviewQueue({ actor, filters, now: now() });
  return { ...queue, filters, personId: actor.personId, commandIds: queue.rows.map(() => randomUUID()) };
}

export default function Reviews() {
  const { rows, pages, counts, filters, personId, commandIds, today } = useLoaderData<typeof loader>();
  const parts = Object.entries(queueParts) as [QueuePart, string][];
  return (
    <ServicePage width="wide">
      <PageHeading>Review queue</PageHeading>
      <StatCards
        stats={parts.map(([part, label]) => ({
          value: counts[part],
          label,
          href: part === filters.part ? undefined : queueHref({ part, page: 1 }),
          tone: part === filters.part ? "waiting" : undefined,
        }))}
      />
      <p className="govuk-body">
        Late plans come first, then those that have waited longest. A plan is reviewed by someone who took no part in
        it, belongs to no council and has declared no interest in the school.
      </p>
      <ReviewQueueTable caption={queueParts[filters.part]} {...{ rows, commandIds, personId, today }} />
      <Pagination page={filters.page} pages={pages} hrefFor={(page) => queueHref({ ...filters, page })} />
    </ServicePage>
  );
}
