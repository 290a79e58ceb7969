import type { LoaderFunctionArgs } from "@remix-run/node";
import { getOwnSchoolDocument } from "~/documents/get-own-school-document.server";
import { pdfHeaders } from "~/documents/pdf-headers";
import { setPlanPdf } from "~/documents/set-pdf.server";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "your-school.pdf");
  const planId = new URL(args.request.url).searchParams.get("plan") ?? "";
  const document = await getOwnSchoolDocument({ actor, planId, now: now() });
  const name = document.submission?.reference ?? "action-plan-draft";
  return new Response(await setPlanPdf(document), { headers: pdfHeaders(name) });
}
