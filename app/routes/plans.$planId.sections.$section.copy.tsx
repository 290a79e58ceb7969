import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { copySection } from "~/plans/copy-section.server";
import { CopyToSchoolsPage } from "~/plans/copy-to-schools-page";
import { copyToSchoolsSchema } from "~/plans/copy-to-schools.schema";
import { getPlan } from "~/plans/get-plan.server";
import { listCopyTargets } from "~/plans/list-copy-targets.server";
import { planSections, requireSectionKey } from "~/plans/plan-sections";
import { SectionView } from "~/plans/section-view";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formatPlural } from "~/ui/format-number";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Copy a section to other schools", scripts: true };

const sectionAt = (planId: string, section: string) => `/plans/${planId}/sections/${section}`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section.copy");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const { content, case: found } = await getPlan({ actor, planId, now: now() });
  const targets = (await listCopyTargets({ actor, planId })).map(({ emptySections, ...target }) => ({
    ...target,
    closed: !emptySections.includes(section),
    hint: target.programme,
  }));
  return { planId, section, content, school: found.school.name, targets, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section.copy");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const parsed = parseForm(copyToSchoolsSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 400 });
  const { to: toPlanIds } = parsed.value;
  const back = { href: sectionAt(planId, section), text: "Go to the section" };
  const copied = await runAction(actor, back, () => copySection({ actor, planId, section, toPlanIds, now: now() }));
  const left = toPlanIds.length - copied;
  const kept = left > 0 ? `. ${formatPlural(left, "draft")} had words in it already and stayed as it was` : "";
  return redirectWithNotice(sectionAt(planId, section), `Copied to ${formatPlural(copied, "draft")}${kept}`);
}

export default function CopySection() {
  const { planId, section, content, school, targets, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { title } = planSections[section];
  return (
    <CopyToSchoolsPage
      title={`Copy “${title}” to other schools`}
      school={school}
      back={{ href: sectionAt(planId, section), text: title }}
      targets={targets}
      typed={{ commandId, to: [] }}
      serverErrors={answer?.errors}
    >
      <p className="govuk-body">
        Only words are copied, never figures or dates. Each school’s section is in progress until somebody has made it
        its own and completed it. Reviewers notice texts that could be about any school.
      </p>
      <SectionView section={section} content={content} withoutResults />
    </CopyToSchoolsPage>
  );
}
