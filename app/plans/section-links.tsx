import type { SectionKey } from "~workflows/school-plan/types";

type SectionLinksProps = { planId: string; section: SectionKey; openNotes: number };

/** What an officer may do about a section besides writing it. */
export function SectionLinks({ planId, section, openNotes }: SectionLinksProps) {
  return (
    <ul className="govuk-list">
      <li>
        <a className="govuk-link" href={`/plans/${planId}/notes?section=${section}`}>
          Notes between colleagues
        </a>
        {openNotes > 0 && ` (${openNotes} to deal with)`}
      </li>
      <li>
        <a className="govuk-link" href={`/plans/${planId}/sections/${section}/copy`}>
          Copy this section to other schools
        </a>
      </li>
    </ul>
  );
}
