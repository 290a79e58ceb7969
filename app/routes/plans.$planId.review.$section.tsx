import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { neighboursOf, planSections, requireSectionKey } from "~/plans/plan-sections";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { getReviewSection, type SectionToReview } from "~/reviews/get-review-for-event.server";
import { recordVerdict } from "~/reviews/record-verdict.server";
import { recordVerdictSchema } from "~/reviews/record-verdict.schema";
import { ReviewSectionPage } from "~/reviews/review-section-page";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = {
  title: (loaded: SectionToReview) => `Review: ${loaded.section.title}`,
  scripts: true,
};

function readAddress({ params }: Pick<LoaderFunctionArgs, "params">) {
  return { planId: requireId(params.planId), section: requireSectionKey(params.section) };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.review.$section");
  return { ...(await getReviewSection({ actor, ...readAddress(args), now: now() })), commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.review.$section");
  const { planId, section } = readAddress(args);
  const parsed = parseForm(recordVerdictSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const home = `/plans/${planId}/review`;
  await runAction(actor, { href: home, text: "Go to the review" }, () =>
    recordVerdict({ actor, planId, section, ...parsed.value, now: now() }),
  );
  const { next } = neighboursOf(section);
  const done = parsed.value.verdict === "accepted" ? "accepted" : "commented on";
  return redirectWithNotice(next ? `${home}/${next}` : home, `“${planSections[section].title}” ${done}`);
}

export default function ReviewSection() {
  const loaded = useLoaderData<typeof loader>();
  // Each section has a form of its own: what was typed in one must not stay in the next.
  return <ReviewSectionPage key={loaded.section.key} {...loaded} answer={useActionData<typeof action>()} />;
}
