import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAccess } from "~/people/require-access.server";
import { programmeSchema } from "~/programmes/create-programme.schema";
import { getProgramme } from "~/programmes/get-programme.server";
import { PREVIEW_PAGE, readPreviewQuery, settingsToTry } from "~/programmes/preview-query";
import { previewCsv } from "~/programmes/preview-csv";
import { previewRule } from "~/programmes/preview-rule.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.preview.csv");
  const programme = await getProgramme({ actor, programmeId: args.params.programmeId ?? "" });
  const { values, list } = readPreviewQuery(new URL(args.request.url).searchParams);
  const parsed = programmeSchema.safeParse(settingsToTry(values, programme.settings));
  if (!parsed.success) throw new Response("These settings make no sense together.", { status: 400 });
  const asked = { actor, programme, rule: parsed.data.settings, list, page: null, pageSize: PREVIEW_PAGE };
  const preview = await previewRule(asked);
  return new Response(previewCsv(preview.schools), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="preview-${preview.list}.csv"`,
    },
  });
}
