import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { runAction } from "~/people/run-action.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { createProgramme } from "~/programmes/create-programme.server";
import { programmeSchema, type ProgrammeValues } from "~/programmes/create-programme.schema";
import { ProgrammeForm } from "~/programmes/programme-form";
import { findTemplate } from "~/programmes/programme-templates";
import { proposeProgramme } from "~/programmes/propose-programme.server";
import { TemplateChoice } from "~/programmes/template-choice";
import { PageHeading } from "~/ui/page-heading";
import { formValues, parseForm } from "~/ui/parse-form";
import { useSchemaForm } from "~/ui/use-schema-form";

export const handle: PageHandle = { title: "Set up a programme", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes.new");
  const asked = new URL(args.request.url).searchParams;
  const template = findTemplate(asked.get("template") ?? "");
  return {
    values: template ? await proposeProgramme({ actor, template, now: now() }) : null,
    templateName: template?.name ?? "",
    notChosen: asked.has("chosen") && !template,
    commandId: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "programmes.new");
  const form = await readForm(args.request, args.context);
  const values = formValues(form) as ProgrammeValues;
  const parsed = parseForm(programmeSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values }, { status: 400 });
  const { settings, commandId } = parsed.value;
  const back = { href: "/programmes", text: "Go to the list of programmes" };
  const saved = await runAction(actor, back, () => createProgramme({ actor, settings, commandId, now: now() }));
  if (!saved.ok) return data({ errors: saved.errors, values }, { status: 400 });
  return redirectWithNotice(`/programmes/${saved.programmeId}`, `${settings.name} is set up as a draft`);
}

export default function NewProgramme() {
  const { values, notChosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer?.values ?? values;
  return shown ? <Settings values={shown} errors={answer?.errors} /> : <TemplateChoice notChosen={notChosen} />;
}

function Settings({ values, errors }: { values: ProgrammeValues; errors?: Record<string, string> }) {
  const { commandId, templateName } = useLoaderData<typeof loader>();
  const form = useSchemaForm<ProgrammeValues>({
    schema: programmeSchema,
    defaultValues: values,
    serverErrors: errors,
  });
  return (
    <ServicePage
      width="narrow"
      back={{ href: "/programmes/new" }}
      errors={form.errors}
      errorTargets={{ priorityDueOn: "priorityDueOn-day", standardDueOn: "standardDueOn-day" }}
    >
      <PageHeading caption={templateName || undefined}>Set up a programme</PageHeading>
      <p className="govuk-body">
        The settings are those of the template. You can change all of them until the programme is published.
      </p>
      <ProgrammeForm
        form={form}
        values={values}
        submit="Set up programme"
        cancel="/programmes"
        commandId={values.commandId ?? commandId}
      />
    </ServicePage>
  );
}
