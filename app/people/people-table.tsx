import { formatDateShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { describeRole } from "./describe-role";
import type { ListedPerson } from "./list-people.server";

export function PeopleTable({ people, caption }: { people: ListedPerson[]; caption: string }) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "Name" }, { label: "Roles" }, { label: "Last sign-in" }]}
      empty="No person matches these filters."
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <>
            <a className="govuk-link" href={`/people/${person.id}`}>
              {person.name}
            </a>
            <span className="app-under">{person.email}</span>
            {!person.active && <Tag colour="grey">Deactivated</Tag>}
          </>,
          person.roles.length > 0 ? (
            <ul className="govuk-list app-plain-list">
              {person.roles.map((role) => (
                <li key={describeRole(role)}>{describeRole(role)}</li>
              ))}
            </ul>
          ) : (
            "None"
          ),
          person.lastSignedInAt ? formatDateShort(person.lastSignedInAt) : "Never",
        ],
      }))}
    />
  );
}
