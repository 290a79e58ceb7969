import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getSupportSchool } from "~/support/get-support-school.server";
import { SupportSchoolPage } from "~/support/support-school-page";

export const handle: PageHandle = {
  title: ({ school }: Awaited<ReturnType<typeof loader>>) => `${school.name}: support school`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "support.$supportId");
  const supportSchoolId = requireId(args.params.supportId);
  return { school: await getSupportSchool({ actor, supportSchoolId, now: now() }) };
}

export default function SupportSchool() {
  return <SupportSchoolPage school={useLoaderData<typeof loader>().school} />;
}
