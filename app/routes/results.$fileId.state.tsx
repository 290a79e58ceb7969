import { type LoaderFunctionArgs } from "@remix-run/node";
import { describeFileProgress } from "~/identification/describe-progress";
import { getFileProgress } from "~/identification/get-results-file.server";
import { requireAccess } from "~/people/require-access.server";

/** What the page that waits for a file asks for. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "results.$fileId.state");
  return Response.json(describeFileProgress(await getFileProgress({ actor, fileId: args.params.fileId })));
}
