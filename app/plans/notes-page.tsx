import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { CharacterCount } from "~/ui/character-count";
import { Details } from "~/ui/details";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDateTime } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { Select } from "~/ui/select";
import { TextButton } from "~/ui/text-button";
import { Timeline, type TimelineEntry } from "~/ui/timeline";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { PlanNote, PlanNotes } from "./list-notes.server";
import { isSectionKey, orderedSections, planSections } from "./plan-sections";
import { NOTE_LIMIT, writeNoteSchema } from "./write-note.schema";

export type NoteTyped = { commandId: string; section: string; words: string };

type NotesPageProps = PlanNotes & { planId: string; typed: NoteTyped; serverErrors?: FieldErrors };

const titleOf = (section: string) => (isSectionKey(section) ? planSections[section].title : section);

const entryOf = (
  { id, section, words, by, at, closed }: PlanNote,
  close: TimelineEntry["children"],
): TimelineEntry => ({
  id,
  title: titleOf(section),
  by,
  at: { iso: at, text: formatDateTime(at) },
  words,
  children: closed ? (
    <p className="govuk-hint">
      Dealt with by {closed.by} on {formatDateTime(closed.at)}
    </p>
  ) : (
    close
  ),
});

/** What a council's officers say to each other about a plan, and the form to say something. */
export function NotesPage({ planId, school, notes, typed, serverErrors }: NotesPageProps) {
  const form = useSchemaForm<NoteTyped>({ schema: writeNoteSchema as never, defaultValues: typed, serverErrors });
  const { errors, register, onSubmit } = form;
  const open = notes.filter(({ closed }) => !closed);
  const dealtWith = notes.filter(({ closed }) => closed);
  const close = (id: string, section: string) => (
    <PostForm action={`/plans/${planId}/notes/${id}/close`}>
      <TextButton>
        Mark as dealt with<span className="govuk-visually-hidden"> the note on {titleOf(section).toLowerCase()}</span>
      </TextButton>
    </PostForm>
  );
  return (
    <ServicePage width="narrow" back={{ href: `/plans/${planId}`, text: "Action plan" }} errors={errors}>
      <PageHeading caption={school}>Notes between colleagues</PageHeading>
      <p className="govuk-body">
        Officers and leads of your council read these notes. They are no part of the plan: the headteacher, the
        Department and advisers never see them.
      </p>
      {open.length === 0 ? (
        <p className="govuk-body">There is no note to deal with.</p>
      ) : (
        <Timeline
          label="Notes to deal with"
          headingLevel={2}
          entries={open.map((note) => entryOf(note, close(note.id, note.section)))}
        />
      )}
      {dealtWith.length > 0 && (
        <Details summary={`${formatPlural(dealtWith.length, "note")} dealt with`}>
          <Timeline label="Notes dealt with" headingLevel={2} entries={dealtWith.map((note) => entryOf(note, null))} />
        </Details>
      )}
      <h2 className="govuk-heading-m">Write a note</h2>
      <PostForm onSubmit={onSubmit}>
        <input type="hidden" {...register("commandId")} defaultValue={typed.commandId} />
        <Select
          {...register("section")}
          label="Section"
          labelSize="s"
          error={errors.section}
          defaultValue={typed.section}
          items={[
            { value: "", text: "Select a section" },
            ...orderedSections.map(({ key, number, title }) => ({ value: key, text: `${number}. ${title}` })),
          ]}
        />
        <CharacterCount
          {...register("words")}
          label="Note"
          labelSize="s"
          hint="Do not name pupils."
          error={errors.words}
          maxLength={NOTE_LIMIT}
          defaultValue={typed.words}
        />
        <Button preventDoubleClick>Add note</Button>
      </PostForm>
    </ServicePage>
  );
}
