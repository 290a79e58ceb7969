import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { AnswersPage } from "~/plans/answers-page";
import { getAnswers } from "~/plans/get-answers.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";

export const handle: PageHandle = { title: "Comments and what changed" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.answers");
  const planId = requireId(args.params.planId);
  const revision = new URL(args.request.url).searchParams.get("revision");
  const answers = await getAnswers({ actor, planId, revision });
  return { answers, back: answers.isCouncil ? `/plans/${planId}` : `/plans/${planId}/review` };
}

export default function AnswersRoute() {
  return <AnswersPage {...useLoaderData<typeof loader>()} />;
}
