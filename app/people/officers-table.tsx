import { formatDateShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { CouncilOfficers } from "./list-officers.server";

const links = [
  { href: "set-password-link", text: "Issue a link", hidden: (name: string) => ` to ${name} to set a password` },
  { href: "remove", text: "Remove", hidden: (name: string) => ` ${name}` },
];

/** The leads and officers of one council; what may be done about each officer. */
export function OfficersTable({ council, people }: { council: string; people: CouncilOfficers["people"] }) {
  return (
    <Table
      caption={council}
      captionSize="m"
      rowHeaders
      wide
      columns={[{ label: "Name" }, { label: "Last sign-in" }, { label: "Change" }]}
      rows={people.map(({ grantId, name, email, role, active, lastSignedInAt, isYou }) => ({
        key: grantId,
        cells: [
          <>
            {name}
            {`, ${role}`}
            {isYou && " (you)"}
            <span className="app-under">{email}</span>
            {!active && <Tag colour="grey">Deactivated</Tag>}
          </>,
          lastSignedInAt ? formatDateShort(lastSignedInAt) : "Never",
          role === "officer" ? (
            <ul className="govuk-list app-plain-list">
              {links.map(({ href, text, hidden }) => (
                <li key={href}>
                  <a className="govuk-link" href={`/officers/${grantId}/${href}`}>
                    {text}
                    <VisuallyHidden>{hidden(name)}</VisuallyHidden>
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            "By the Department"
          ),
        ],
      }))}
    />
  );
}
