import { CitedEvidence } from "~/evidence/cited-evidence";
import { Timeline } from "~/ui/timeline";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { ProgressNote } from "./list-progress-notes.server";
import { ProgressStatusTag } from "./progress-status-tag";

type Props = {
  /** Newest first. */
  notes: ProgressNote[];
  /** The schools of a plan that has several: each entry then says whose it is. */
  schools?: { id: string; name: string }[];
  /** For those who may attach files: the address below which each note has a page for it. */
  attachBelow?: string;
};

/** Every progress entry: what it is about, how it is going, and what was done. */
export function ProgressNotes({ notes, schools = [], attachBelow }: Props) {
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
        children: (
          <>
            <CitedEvidence evidence={note.files} />
            {attachBelow && (
              <p className="govuk-body app-below-text app-no-print">
                <a className="govuk-link" href={`${attachBelow}/${note.id}/evidence`}>
                  Attach a file<VisuallyHidden> to what was recorded on {note.at.text}</VisuallyHidden>
                </a>
              </p>
            )}
          </>
        ),
      }))}
    />
  );
}
