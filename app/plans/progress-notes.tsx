import { Timeline } from "~/ui/timeline";
import type { ProgressNote } from "./list-progress-notes.server";
import { ProgressStatusTag } from "./progress-status-tag";

type Props = {
  /** Newest first. */
  notes: ProgressNote[];
  /** The schools of a plan that has several: each entry then says whose it is. */
  schools?: { id: string; name: string }[];
};

/** Every progress entry: what it is about, how it is going, and what was done. */
export function ProgressNotes({ notes, schools = [] }: Props) {
  if (notes.length === 0) return <p className="govuk-body">Nothing has been recorded yet.</p>;
  const schoolOf = (note: ProgressNote) =>
    schools.length > 1 ? schools.find(({ id }) => id === note.schoolId)?.name : undefined;
  return (
    <Timeline
      entries={notes.map((note) => ({
        id: note.id,
        title: (
          <>
            {[schoolOf(note), note.action].filter(Boolean).join(": ")} <ProgressStatusTag status={note.status} />
          </>
        ),
        by: note.by,
        at: note.at,
        words: note.note,
      }))}
    />
  );
}
