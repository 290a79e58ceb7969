import { formatDateShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { DraftProgress } from "./list-draft-progress.server";
import { planSections } from "./plan-sections";

/** How far each draft of a council is, section by section. */
export function DraftProgressTable({ drafts }: { drafts: DraftProgress[] }) {
  return (
    <Table
      caption="Drafts by school"
      captionHidden
      wide
      small
      rowHeaders
      columns={[
        { label: "School", prose: true },
        { label: "Due", nowrap: true },
        { label: "Complete", nowrap: true },
        ...Object.values(planSections).map(({ title }) => ({ label: title })),
        { label: "Headteacher’s reply" },
        { label: "Notes", numeric: true },
        { label: "Last changed" },
      ]}
      rows={drafts.map(({ planId, school, programme, dueOn, sections, ...draft }) => ({
        key: planId,
        cells: [
          <>
            <a className="govuk-link" href={`/plans/${planId}`}>
              {school}
            </a>
            <span className="app-under">{programme}</span>
          </>,
          formatDateShort(dueOn),
          `${draft.completed} of ${sections.length}`,
          ...sections.map(({ key, status }) => (
            <a key={key} className="govuk-link" href={`/plans/${planId}/sections/${key}`}>
              {status.colour ? <Tag colour={status.colour}>{status.text}</Tag> : status.text}
              <span className="govuk-visually-hidden">
                : {planSections[key].title}, {school}
              </span>
            </a>
          )),
          draft.headReplied ? "Given" : "Not yet",
          draft.openNotes > 0 ? (
            <a className="govuk-link" href={`/plans/${planId}/notes`}>
              {draft.openNotes}
              <span className="govuk-visually-hidden"> to deal with, {school}</span>
            </a>
          ) : (
            0
          ),
          formatDateShort(draft.updatedAt),
        ],
      }))}
    />
  );
}
