import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { DecisionsPage } from "~/reviews/decisions-page";
import { listDecisions } from "~/reviews/list-decisions.server";

export const handle: PageHandle = { title: "Decisions" };

export const loader = (args: LoaderFunctionArgs) =>
  listDecisions({ actor: requireAccess(args, "decisions"), now: now() });

export default function DecisionsRoute() {
  return <DecisionsPage {...useLoaderData<typeof loader>()} />;
}
