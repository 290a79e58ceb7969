import { formatDate, formatDateShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { describeCapacity } from "./describe-capacity";
import type { SupportRequestLine, SupportSchoolLine } from "./get-support-home.server";
import { subjectName } from "./subjects";
import { SupportStateTag } from "./support-state-tag";

const link = (href: string, text: string) => (
  <a className="govuk-link" href={href}>
    {text}
  </a>
);

/** "English, Maths and Languages". */
export const listSubjects = (subjects: readonly string[]): string =>
  new Intl.ListFormat("en-GB").format(subjects.map(subjectName));

type SchoolsProps = { caption: string; schools: SupportSchoolLine[]; today: string; empty: string };

/** Support schools as everybody may know them, each with the way to its page. */
export function SupportSchoolsTable({ caption, schools, today, empty }: SchoolsProps) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      wide
      rowHeaders
      columns={[
        { label: "School" },
        { label: "Council" },
        { label: "Phase" },
        { label: "Subjects", prose: true },
        { label: "Status" },
        { label: "Places" },
      ]}
      rows={schools.map((school) => ({
        key: school.id,
        cells: [
          link(`/support/${school.id}`, school.name),
          school.council,
          school.phase,
          listSubjects(school.subjects),
          <SupportStateTag key="state" state={school.state} />,
          school.capacity
            ? describeCapacity(school.capacity, today)
            : school.state === "proposed"
              ? `Proposed on ${formatDate(school.proposedOn)}`
              : "",
        ],
      }))}
      empty={empty}
    />
  );
}

type RequestsProps = { caption: string; requests: SupportRequestLine[]; empty: string; captionHidden?: boolean };

/** Requests for support, each with the way to its page. */
export function SupportRequestsTable({ caption, requests, empty, captionHidden }: RequestsProps) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      captionHidden={captionHidden}
      wide
      rowHeaders
      columns={[
        { label: "Support school" },
        { label: "For" },
        { label: "Asks for", prose: true },
        { label: "From", nowrap: true },
        { label: "To", nowrap: true },
        { label: "Status" },
      ]}
      rows={requests.map((request) => ({
        key: request.id,
        cells: [
          <a key="support" className="govuk-link" href={`/support/requests/${request.id}`}>
            {request.support}
            <span className="govuk-visually-hidden"> for {request.school}</span>
          </a>,
          request.school,
          request.wanted.charAt(0).toUpperCase() + request.wanted.slice(1),
          formatDateShort(request.startsOn),
          formatDateShort(request.endsOn),
          <SupportStateTag key="state" state={request.state} />,
        ],
      }))}
      empty={empty}
    />
  );
}
