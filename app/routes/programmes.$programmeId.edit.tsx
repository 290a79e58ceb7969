import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { programmeSchema, type ProgrammeValues } from "~/programmes/create-programme.schema";
import { EditProgrammePage } from "~/programmes/edit-programme-page";
import { getProgramme } from "~/programmes/get-programme.server";
import { readPreviewQuery } from "~/programmes/preview-query";
import { toProgrammeValues } from "~/programmes/programme-values";
import { updateProgramme } from "~/programmes/update-programme.server";
import { formValues, issuesToErrors, parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Change a programme’s settings", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.edit");
  const { id, version, state, settings } = await getProgramme({ actor, programmeId: args.params.programmeId ?? "" });
  if (state !== "draft")
    throw data({ sentence: "The programme has been published, so its settings stand." }, { status: 409 });
  // Somebody who comes from a preview finds what they typed, and why it could not be tried.
  const typed = readPreviewQuery(new URL(args.request.url).searchParams).values;
  const values = { ...toProgrammeValues(settings), ...typed };
  const parsed = programmeSchema.safeParse(values);
  const errors = parsed.success ? undefined : issuesToErrors(parsed.error.issues);
  return { id, version, name: settings.name, values, errors };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.edit");
  const programmeId = requireId(args.params.programmeId);
  const form = await readForm(args.request, args.context);
  const values = formValues(form) as ProgrammeValues;
  const version = Number(form.get("version"));
  const parsed = parseForm(programmeSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values, version }, { status: 400 });
  const at = `/programmes/${programmeId}`;
  const saved = await runAction(actor, { href: at, text: "See the programme as it is now" }, () =>
    updateProgramme({ actor, programmeId, settings: parsed.value.settings, version, now: now() }),
  );
  if (!saved.ok) return data({ errors: saved.errors, values, version }, { status: 400 });
  return redirectWithNotice(at, "The settings are changed");
}

export default function EditProgramme() {
  return <EditProgrammePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
