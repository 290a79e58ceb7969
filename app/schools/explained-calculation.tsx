import { formatPercent, formatPlural } from "~/ui/format-number";
import { Table } from "~/ui/table";
import type { ExplainedYear, Explanation } from "./explanation";
import { inPoints, pointsFrom, pointsOfOnePupil, pupilsShort } from "./pupils-worth";
import { resultInWords } from "./results-over-time";

function fromFloor({ value }: ExplainedYear, floor: string): string {
  if (value === null) return "–";
  const points = pointsFrom(value, floor);
  if (points === "0") return "At the floor, which is not below it";
  return points.startsWith("-") ? `${points.slice(1)} below` : `${points} above`;
}

/** How far a year's result was from the floor, and in pupils: "One pupil is worth 2.1 percentage points of 47 pupils." */
function Distance({ year, floor }: { year: ExplainedYear; floor: string }) {
  const { value, pupils } = year;
  if (value === null) return null;
  const points = pointsFrom(value, floor);
  const below = points.startsWith("-");
  const size = points.replace("-", "");
  const where =
    points === "0"
      ? `exactly at the floor of ${formatPercent(Number(floor))}`
      : `${inPoints(size)} ${below ? "below" : "above"} the floor of ${formatPercent(Number(floor))}`;
  return (
    <>
      <p className="govuk-body">
        In {year.year} the result was {where}.
      </p>
      {pupils ? (
        <p className="govuk-body">
          One pupil is worth {inPoints(pointsOfOnePupil(pupils))} of {formatPlural(pupils, "pupil")}.{" "}
          {below &&
            `About ${formatPlural(pupilsShort({ value, floor, pupils }), "more pupil")} would have reached the floor.`}
        </p>
      ) : (
        <p className="govuk-body">
          The run kept no number of pupils of {year.year}, so what one pupil is worth is not known.
        </p>
      )}
    </>
  );
}

/** The years of a run's calculation for a school, and how far the latest was from the floor. */
export function ExplainedCalculation({ explanation }: { explanation: Explanation }) {
  const { years, rule, eligible } = explanation;
  const latest = years.find(({ year }) => year === rule.latestYear);
  const of = (count: number) =>
    count === 1 ? String(rule.latestYear) : `${rule.latestYear - count + 1} to ${rule.latestYear}`;
  return (
    <>
      <h2 className="govuk-heading-m">The calculation</h2>
      <p className="govuk-body">
        The rule looks at {of(rule.ruleYears)}
        {rule.concernYears > rule.ruleYears && `, and for the first concern at ${of(rule.concernYears)}`}.
        {years.some(({ pupils }) => pupils === null) && " A dash stands where the run kept no number of pupils."}
      </p>
      <Table
        caption="The years that were looked at"
        captionHidden
        rowHeaders
        wide
        columns={[
          { label: "Year" },
          { label: "Result", numeric: true },
          { label: "Points from the floor" },
          { label: "Pupils", numeric: true },
          { label: "File" },
        ]}
        rows={years.map((year) => ({
          key: String(year.year),
          cells: [
            year.year,
            resultInWords(year),
            fromFloor(year, rule.floor),
            year.pupils ?? "–",
            year.file ? `${year.file}${year.line === null ? "" : `, line ${year.line}`}` : "–",
          ],
        }))}
      />
      {years.some(({ value }) => value === null) && (
        <p className="govuk-body">
          {rule.gapPolicy === "break"
            ? "A year without a value is never counted as 0. It breaks the run of years."
            : "A year without a value is never counted as 0. It is passed over."}
        </p>
      )}
      {eligible && latest && <Distance year={latest} floor={rule.floor} />}
    </>
  );
}
