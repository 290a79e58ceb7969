import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attachEvidence } from "~/evidence/attach-evidence.server";
import { AttachEvidenceForm, useAttachForm } from "~/evidence/attach-evidence-form";
import { readEvidenceForm } from "~/evidence/read-evidence-form";
import { MAX_EVIDENCE_BYTES } from "~/evidence/attach-evidence.schema";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { readUpload } from "~/people/read-upload.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { getPlan } from "~/plans/get-plan.server";
import { isSectionKey, planSections } from "~/plans/plan-sections";
import { requireDraft } from "~/plans/require-draft";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Add a file as evidence", scripts: true };

const backTo = (planId: string) => ({ href: `/plans/${planId}`, text: "Go to the plan" });

/** Where the person came from and goes back to: a section's form, or the list. */
function cameFrom(planId: string, section: string | null) {
  const text = section ?? undefined;
  return isSectionKey(text)
    ? { href: `/plans/${planId}/sections/${text}`, text: planSections[text].title }
    : { href: `/plans/${planId}/evidence`, text: "Evidence" };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.evidence.new");
  const planId = requireId(args.params.planId);
  const plan = await getPlan({ actor, planId, now: now() });
  await runAction(actor, backTo(planId), async () => requireDraft(plan));
  const section = new URL(args.request.url).searchParams.get("section");
  return { schoolName: plan.case.school.name, back: cameFrom(planId, section), section, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.evidence.new");
  const planId = requireId(args.params.planId);
  const upload = await readUpload(args.request, args.context, { maxBytes: MAX_EVIDENCE_BYTES });
  const { errors, description, asked, status } = readEvidenceForm(upload);
  if (!asked) return data({ errors, description }, { status });
  const attached = await runAction(actor, backTo(planId), () =>
    attachEvidence({ actor, owner: { planId }, ...asked, now: now() }),
  );
  if (!attached.attached) return data({ errors: { file: attached.problem }, description }, { status: 400 });
  const section = upload.form.get("section");
  return redirectWithNotice(
    cameFrom(planId, typeof section === "string" ? section : null).href,
    `${attached.filename} added. Select it under the claims that it shows.`,
  );
}

export default function AddEvidence() {
  const { schoolName, back, section, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useAttachForm(answer?.errors);
  return (
    <ServicePage width="narrow" back={back} errors={form.errors}>
      <PageHeading caption={schoolName}>Add a file as evidence</PageHeading>
      <AttachEvidenceForm
        {...form}
        commandId={commandId}
        description={answer?.description ?? ""}
        cancelHref={back.href}
        button="Add file"
      >
        {section && <input type="hidden" name="section" value={section} />}
      </AttachEvidenceForm>
    </ServicePage>
  );
}
