import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/people/csrf.server";
import { redirectWithNotice } from "~/people/notice-cookie.server";
import { requireAccess } from "~/people/require-access.server";
import { listNotes } from "~/plans/list-notes.server";
import { NotesPage } from "~/plans/notes-page";
import { isSectionKey } from "~/plans/plan-sections";
import { writeNoteSchema } from "~/plans/write-note.schema";
import { writeNote } from "~/plans/write-note.server";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { requireId } from "~/platform/require-id";
import { parseForm } from "~/ui/parse-form";

export const handle: PageHandle = { title: "Notes between colleagues", scripts: true };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.notes");
  const planId = requireId(args.params.planId);
  const about = new URL(args.request.url).searchParams.get("section") ?? "";
  const notes = await listNotes({ actor, planId });
  return { planId, ...notes, typed: { commandId: randomUUID(), section: isSectionKey(about) ? about : "", words: "" } };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAccess(args, "plans.$planId.notes");
  const planId = requireId(args.params.planId);
  const parsed = parseForm(writeNoteSchema, await readForm(args.request, args.context));
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  await writeNote({ actor, planId, ...parsed.value, now: now() });
  return redirectWithNotice(`/plans/${planId}/notes`, "Note added");
}

export default function Notes() {
  const { typed, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = { ...typed, ...answer?.values } as typeof typed;
  return <NotesPage {...page} typed={values} serverErrors={answer?.errors} />;
}
