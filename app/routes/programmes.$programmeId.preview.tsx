import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { requireAccess } from "~/people/require-access.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { programmeSchema } from "~/programmes/create-programme.schema";
import { getProgramme } from "~/programmes/get-programme.server";
import { PREVIEW_PAGE, previewAddress, readPreviewQuery, settingsToTry } from "~/programmes/preview-query";
import { previewRule } from "~/programmes/preview-rule.server";
import { RulePreviewPage } from "~/programmes/rule-preview-page";
import { formValues } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Preview of a programme’s settings" };

/** The settings that the address holds, tried on the stored results; an address without any tries the stored settings. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.preview");
  const programme = await getProgramme({ actor, programmeId: args.params.programmeId ?? "" });
  const { id, state, version, settings: stored } = programme;
  const { values: typed, ...asked } = readPreviewQuery(new URL(args.request.url).searchParams);
  const values = settingsToTry(typed, stored);
  const parsed = programmeSchema.safeParse(values);
  if (!parsed.success) throw redirect(previewAddress(id, { values, at: "edit" }), 303);
  const { settings } = parsed.data;
  const preview = await previewRule({ actor, programme, rule: settings, ...asked, pageSize: PREVIEW_PAGE });
  const shown = { id, name: stored.name, state, version };
  return { programme: shown, preview, rule: settings, query: { ...asked, values } };
}

/** The form's second button: what was typed becomes an address, and the page of it says what is wrong or what it gives. */
export async function action(args: ActionFunctionArgs) {
  requireAccess(args, "programmes.$programmeId.preview");
  const { version: _, ...values } = formValues(await readForm(args.request, args.context));
  const typed = { values: values as Record<string, string> };
  return redirect(previewAddress(requireId(args.params.programmeId), typed), 303);
}

export default function Preview() {
  return <RulePreviewPage {...useLoaderData<typeof loader>()} />;
}
