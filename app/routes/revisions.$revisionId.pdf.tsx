import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRevisionDocument } from "~/documents/get-revision-document.server";
import { pdfHeaders } from "~/documents/pdf-headers";
import { setPlanPdf } from "~/documents/set-pdf.server";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "revisions.$revisionId.pdf");
  const revisionId = args.params.revisionId ?? "";
  const document = await getRevisionDocument({ actor, revisionId, version: "whole" });
  const name = document.submission?.reference ?? "action-plan";
  return new Response(await setPlanPdf(document), { headers: pdfHeaders(name) });
}
