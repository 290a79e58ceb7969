import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { attachEvidence } from "~/evidence/attach-evidence.server";
import { AttachEvidenceForm, useAttachForm } from "~/evidence/attach-evidence-form";
import { MAX_EVIDENCE_BYTES } from "~/evidence/attach-evidence.schema";
import { CitedEvidence } from "~/evidence/cited-evidence";
import { readEvidenceForm } from "~/evidence/read-evidence-form";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { readUpload } from "~/people/read-upload.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { getProgressNote } from "~/plans/get-progress.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Attach a file to progress", scripts: true };

const address = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  caseId: requireId(params.caseId),
  entryId: requireId(params.entryId),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.progress.$entryId.evidence");
  const found = await getProgressNote({ actor, ...address(args), now: now() });
  return { ...found, commandId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "cases.$caseId.progress.$entryId.evidence");
  const { caseId, note } = await getProgressNote({ actor, ...address(args), now: now() });
  const upload = await readUpload(args.request, args.context, { maxBytes: MAX_EVIDENCE_BYTES });
  const { errors, description, asked, status } = readEvidenceForm(upload);
  if (!asked) return data({ errors, description }, { status });
  const list = `/cases/${caseId}/progress`;
  const attached = await runAction(actor, { href: list, text: "Go to the progress" }, () =>
    attachEvidence({ actor, owner: { progressEntryId: note.id }, ...asked, now: now() }),
  );
  if (!attached.attached) return data({ errors: { file: attached.problem }, description }, { status: 400 });
  return redirectWithNotice(list, `${attached.filename} attached`);
}

export default function AttachToProgress() {
  const { caseId, schoolName, note, commandId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useAttachForm(answer?.errors);
  const list = `/cases/${caseId}/progress`;
  return (
    <ServicePage width="narrow" back={{ href: list, text: "Progress" }} errors={form.errors}>
      <PageHeading caption={schoolName}>Attach a file to progress</PageHeading>
      <InsetText>
        <p className="govuk-body">
          <strong>{note.action}</strong>, recorded on {note.at.text}
        </p>
        <p className="govuk-body app-typed-text">{note.note}</p>
        <CitedEvidence evidence={note.files} />
      </InsetText>
      <p className="govuk-body">
        The Department and an adviser of your council can open a file as soon as you attach it. You cannot take it back.
      </p>
      <AttachEvidenceForm
        {...form}
        commandId={commandId}
        description={answer?.description ?? ""}
        cancelHref={list}
        button="Attach file"
      />
    </ServicePage>
  );
}
