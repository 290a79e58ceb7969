import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { measures } from "~/identification/measures";
import { UploadForm } from "~/identification/upload-form";
import { MAX_UPLOAD_BYTES, refuseUpload, uploadResultsFileSchema } from "~/identification/upload-results-file.schema";
import { uploadResultsFile } from "~/identification/upload-results-file.server";
import { readUpload } from "~/people/read-upload.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { Details } from "~/ui/details";
import { PageHeading } from "~/ui/page-heading";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Upload a file", scripts: true };

export function loader(args: LoaderFunctionArgs) {
  requireAccess(args, "results.upload");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "results.upload");
  const { form, file } = await readUpload(args.request, args.context, { maxBytes: MAX_UPLOAD_BYTES });
  const parsed = parseForm(uploadResultsFileSchema, form);
  const problem = refuseUpload(file);
  if (problem || !file?.bytes || !parsed.ok) {
    const errors = { ...(problem && { file: problem }), ...(parsed.ok ? {} : parsed.errors) };
    return data({ errors, year: String(form.get("year") ?? "") }, { status: file && !file.bytes ? 413 : 400 });
  }
  const { name, bytes } = file;
  const back = { href: "/results", text: "Go to the results files" };
  const { fileId, known } = await runAction(actor, back, () =>
    uploadResultsFile({
      actor,
      filename: name.slice(-200),
      bytes,
      expectedYear: parsed.value.year,
      now: now(),
    }),
  );
  return redirect(`/results/${fileId}${known ? "?again" : ""}`, 303);
}

export default function UploadResults() {
  const answer = useActionData<typeof action>();
  return (
    <UploadForm errors={answer?.errors} year={answer?.year ?? ""}>
      <PageHeading>Upload a file</PageHeading>
      <p className="govuk-body">
        Use a results table, a list of schools or a file of links between schools as the Department publishes it: a CSV,
        or a CSV packed as .gz. The service knows by its header which it is.
      </p>
      <Details summary="Measures that a file can hold">
        <ul className="govuk-list govuk-list--bullet">
          {Object.values(measures).map(({ id, words }) => (
            <li key={id}>the percentage of {words}</li>
          ))}
        </ul>
      </Details>
      <Details summary="Lists of schools">
        <p className="govuk-body">
          The list of schools of the performance tables, or an extract of Get Information About Schools, whole or a
          part. A school that a list lacks stays as it is. Put the day of the list into the file’s name, like
          schools-2026-11-24.csv, so that newer information stays.
        </p>
      </Details>
      <Details summary="Links between schools">
        <p className="govuk-body">
          The links of Get Information About Schools, with the columns URN, LinkURN, LinkName, LinkType and
          LinkEstablishedDate. They say which school continues which. Take over the list of schools first: a link to a
          school that is not stored is passed over.
        </p>
      </Details>
    </UploadForm>
  );
}
