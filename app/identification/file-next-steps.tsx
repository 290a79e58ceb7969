import type { ResultsFilePage } from "./get-results-file.server";

/** What can be done with a file that was taken over. */
export function FileNextSteps({ file }: { file: Pick<ResultsFilePage, "id" | "kind" | "programmes"> }) {
  const { id, kind, programmes } = file;
  return (
    <>
      <h2 className="govuk-heading-m">What to do next</h2>
      {kind === "results" && (
        <p className="govuk-body">
          {programmes.length === 0
            ? "No programme uses this measure yet."
            : "Programmes of this measure, where you can run identification on the new results:"}
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {programmes.map((programme) => (
          <li key={programme.id}>
            <a className="govuk-link" href={`/programmes/${programme.id}`}>
              {programme.name}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href="/programmes/new">
            Set up a programme
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/histories">
            See which histories wait to be decided
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/results/${id}/take-back`}>
            Take this file back
          </a>
        </li>
      </ul>
    </>
  );
}
