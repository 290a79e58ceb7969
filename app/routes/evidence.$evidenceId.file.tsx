import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachmentHeader } from "~/evidence/clean-filename";
import { getEvidenceFile } from "~/evidence/get-evidence-file.server";
import { requireAccess } from "~/people/require-access.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "evidence.$evidenceId.file");
  const { filename, contentType, bytes } = await getEvidenceFile({ actor, evidenceId: args.params.evidenceId ?? "" });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(bytes.length),
      // Saved, never shown on this site; and if a browser shows it all the same, it runs nothing and reaches nothing.
      "Content-Disposition": attachmentHeader(filename),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private",
    },
  });
}
