import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { programmeSchema, type ProgrammeValues } from "~/programmes/create-programme.schema";
import { getProgramme } from "~/programmes/get-programme.server";
import { ProgrammeForm } from "~/programmes/programme-form";
import { toProgrammeValues } from "~/programmes/programme-values";
import { updateProgramme } from "~/programmes/update-programme.server";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Change a programme’s settings", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.edit");
  const { id, version, state, settings } = await getProgramme({ actor, programmeId: args.params.programmeId ?? "" });
  if (state !== "draft")
    throw data({ sentence: "The programme has been published, so its settings stand." }, { status: 409 });
  return { id, version, name: settings.name, values: toProgrammeValues(settings) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "programmes.$programmeId.edit");
  const programmeId = requireId(args.params.programmeId);
  const form = await readForm(args.request, args.context);
  const values = formValues(form) as ProgrammeValues;
  const parsed = parseForm(programmeSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values }, { status: 400 });
  const at = `/programmes/${programmeId}`;
  const saved = await runAction(actor, { href: at, text: "See the programme as it is now" }, () =>
    updateProgramme({
      actor,
      programmeId,
      settings: parsed.value.settings,
      version: Number(form.get("version")),
      now: now(),
    }),
  );
  if (!saved.ok) return data({ errors: saved.errors, values }, { status: 400 });
  return redirectWithNotice(at, "The settings are changed");
}

export default function EditProgramme() {
  const { id, version, name, values: stored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? stored;
  const form = useSchemaForm<ProgrammeValues>({
    schema: programmeSchema,
    defaultValues: values,
    serverErrors: answer?.errors,
  });
  return (
    <ServicePage
      width="narrow"
      back={{ href: `/programmes/${id}` }}
      errors={form.errors}
      errorTargets={{ priorityDueOn: "priorityDueOn-day", standardDueOn: "standardDueOn-day" }}
    >
      <PageHeading caption={name}>Change settings</PageHeading>
      <p className="govuk-body">
        If you change the floor or the rule, a run that has not been published is put aside and identification must be
        run again.
      </p>
      <ProgrammeForm
        form={form}
        values={values}
        submit="Save settings"
        cancel={`/programmes/${id}`}
        version={Number(answer?.values?.version ?? version)}
      />
    </ServicePage>
  );
}
