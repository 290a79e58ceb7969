import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPlanDocument } from "~/documents/get-plan-document.server";
import { pdfHeaders } from "~/documents/pdf-headers";
import { setPlanPdf } from "~/documents/set-pdf.server";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.pdf");
  const document = await getPlanDocument({ actor, planId: args.params.planId ?? "", now: now() });
  const name = document.submission?.reference ?? "action-plan-draft";
  return new Response(await setPlanPdf(document), { headers: pdfHeaders(name) });
}
