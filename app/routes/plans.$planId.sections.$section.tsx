import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { evidenceGone } from "~/evidence/evidence-words";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { EditSectionPage } from "~/plans/edit-section-page";
import { getPlan } from "~/plans/get-plan.server";
import { getSectionSetting } from "~/plans/get-section-setting.server";
import { notePresence } from "~/plans/note-presence.server";
import { planSections, requireSectionKey } from "~/plans/plan-sections";
import { requireDraft } from "~/plans/require-draft";
import { readSectionForm } from "~/plans/save-section-form";
import { saveSection } from "~/plans/save-section.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { formValues } from "~/ui/parse-form";

export const handle: PageHandle = {
  title: ({ section }: Awaited<ReturnType<typeof loader>>) => planSections[section].title,
  scripts: true,
};

const backTo = (planId: string) => ({ href: `/plans/${planId}`, text: "Go to the plan" });

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const presence = await notePresence({ actor, planId, section, now: now() });
  return { section, plan, presence, formKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.sections.$section");
  const planId = requireId(args.params.planId);
  const section = requireSectionKey(args.params.section);
  const values = formValues(await readForm(args.request, args.context));
  const { commented, ...setting } = await getSectionSetting({ actor, planId, section });
  const { errors, ...read } = readSectionForm(section, setting, commented, values);
  if (Object.keys(errors).length > 0) return data({ ...read, errors, stored: null }, { status: 400 });
  const result = await runAction(actor, backTo(planId), () =>
    saveSection({ actor, planId, section, ...read, leaving: true, now: now() }),
  );
  if (!result.saved && result.stored) return data({ ...read, errors, stored: result.stored }, { status: 409 });
  if (!result.saved) return data({ ...read, errors: { cites: evidenceGone }, stored: null }, { status: 409 });
  const { title } = planSections[section];
  return redirectWithNotice(
    `/plans/${planId}`,
    read.complete ? `${title} saved and completed` : `${title} saved as a draft`,
  );
}

export default function EditSection() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // A new answer begins the form anew, with what was typed and the version that a save would now replace.
  return <EditSectionPage key={answer?.stored?.version ?? 0} {...page} answer={answer} />;
}
