import type { Matches } from "./list-candidates.server";

/** The support schools that are not offered because of a conflict of interest, for the council of the school alone. */
export function BarredSchools({ barred }: { barred: Matches["barred"] }) {
  if (barred.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Not offered because of a conflict of interest</h2>
      <p className="govuk-body">The reasons are confidential: your council and the Department can read them.</p>
      <ul className="govuk-list govuk-list--bullet">
        {barred.map(({ id, name, council, reasons }) => (
          <li key={id} className="app-typed-text">
            {name}, {council}: {reasons.join(" ")}
          </li>
        ))}
      </ul>
    </>
  );
}
