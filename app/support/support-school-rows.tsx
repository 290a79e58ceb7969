import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import type { SummaryRow } from "~/ui/summary-list";
import { describeCapacity } from "./describe-capacity";
import type { SupportSchoolDetail } from "./get-support-school.server";
import { daysAWeek } from "./half-days";
import { subjectName } from "./subjects";
import { listSubjects } from "./support-tables";

/** What is known of a support school, as rows of a summary. */
export function supportSchoolRows(school: SupportSchoolDetail): SummaryRow[] {
  const { council, phase, subjects, places, capacity, term, teachers, offer, today, urn } = school;
  return [
    { key: "Council", value: council.name },
    ...(urn ? [{ key: "URN", value: urn }] : []),
    { key: "Phase", value: phase.charAt(0).toUpperCase() + phase.slice(1) },
    { key: "Subjects", value: listSubjects(subjects) },
    { key: "Supports at a time", value: formatPlural(places, "school") },
    ...(capacity ? [{ key: "Free places", value: describeCapacity(capacity, today) }] : []),
    {
      key: "Specialist teachers",
      value:
        teachers.length === 0 ? (
          "None to share"
        ) : (
          <ul className="govuk-list">
            {teachers.map(({ subject, days, free }) => (
              <li key={subject}>
                {subjectName(subject)}: {daysAWeek(days)}
                {capacity && `, ${free} free today`}
              </li>
            ))}
          </ul>
        ),
    },
    ...(term ? [{ key: "Accredited", value: `${formatDate(term.from)} to ${formatDate(term.to)}` }] : []),
    { key: "What it offers", value: <span className="app-typed-text">{offer}</span> },
  ];
}
