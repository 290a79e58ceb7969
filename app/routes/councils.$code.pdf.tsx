import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { getBundle } from "~/documents/get-bundle.server";
import { pdfHeaders } from "~/documents/pdf-headers";
import { streamBundlePdf } from "~/documents/set-pdf.server";
import { requireAccess } from "~/people/require-access.server";
import { now } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "councils.$code.pdf");
  const councilCode = args.params.code ?? "";
  const programmeId = new URL(args.request.url).searchParams.get("programme") ?? "";
  const bundle = await getBundle({ actor, councilCode, programmeId, now: now() });
  const body = createReadableStreamFromReadable(streamBundlePdf(bundle));
  return new Response(body, { headers: pdfHeaders(`action-plans-${councilCode}`) });
}
