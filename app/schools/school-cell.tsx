import { schoolNumber } from "./school-number";

type SchoolCellProps = {
  school: { name: string; urn: string | null; laestab: string };
  /** Where the name leads; none where there is no page of the school. */
  href?: string;
};

/** A school in a table: its name, and the number that it is known by. */
export function SchoolCell({ school: { name, urn, laestab }, href }: SchoolCellProps) {
  return (
    <>
      {href ? (
        <a className="govuk-link" href={href}>
          {name}
        </a>
      ) : (
        name
      )}
      <br />
      <span className="govuk-hint govuk-!-font-size-16">{urn ? `URN ${urn}` : schoolNumber(laestab)}</span>
    </>
  );
}
