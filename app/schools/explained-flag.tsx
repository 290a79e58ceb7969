import { describeRule } from "~/identification/describe-rule";
import { measures } from "~/identification/measures";
import { formatDate } from "~/ui/format-date";
import { formatPercent, formatPlural } from "~/ui/format-number";
import { ChartFigure } from "~/ui/chart-figure";
import { InsetText } from "~/ui/inset-text";
import { LineChart } from "~/ui/line-chart";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { describeExitRule } from "./describe-rule";
import type { ExplainedYear, Explanation } from "./explain-flag.server";
import type { Average } from "./list-averages.server";
import { inPoints, pointsFrom, pointsOfOnePupil, pupilsShort } from "./pupils-worth";

const result = ({ value, code }: { value: string | number | null; code: string | null }) =>
  value === null ? (code ? `No value (${code})` : "No value") : formatPercent(Number(value));

function fromFloor({ value }: ExplainedYear, floor: string): string {
  if (value === null) return "–";
  const points = pointsFrom(value, floor);
  if (points === "0") return "At the floor, which is not below it";
  return points.startsWith("-") ? `${points.slice(1)} below` : `${points} above`;
}

/** "2 points below, which is about 1 pupil of 47: one pupil is worth 2.1 percentage points." */
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
          No file gives the number of pupils of {year.year}, so what one pupil is worth is not known.
        </p>
      )}
    </>
  );
}

function Calculation({ explanation }: { explanation: Explanation }) {
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
        {years.some(({ pupils }) => pupils === null) && " A dash stands where no file gives the number of pupils."}
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
            result(year),
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

function Trend({ results }: { results: Explanation["results"] }) {
  const published = results.school.filter(({ value }) => value !== null);
  const [first, last] = [published[0], published.at(-1)];
  if (!first || !last || first === last) return null;
  const change = Math.round(((last.value ?? 0) - (first.value ?? 0)) * 10) / 10;
  const way = change === 0 ? "the same" : `${inPoints(Math.abs(change))} ${change > 0 ? "higher" : "lower"}`;
  return (
    <p className="govuk-body">
      The school went from {result(first)} in {first.year} to {result(last)} in {last.year}: {way}.
    </p>
  );
}

const average = (found: Average | undefined) =>
  found ? `${formatPercent(found.value)}${found.printed ? " (published)" : ""}` : "–";

function Context({ explanation: { results: stored, averages, school, rule } }: { explanation: Explanation }) {
  // Years before the school was in any file say nothing of it.
  const first = stored.school.findIndex(({ value, code }) => value !== null || code !== null);
  const results = { ...stored, school: stored.school.slice(Math.max(0, first)) };
  const title = "Beside the council, the region and England";
  const valuesOf = (scope: "council" | "national") =>
    results.school.map(({ year }) => averages[scope][year]?.value ?? null);
  return (
    <>
      <h2 className="govuk-heading-m">The results in context</h2>
      <Trend results={results} />
      <ChartFigure
        title={title}
        chart={
          <LineChart
            id="context"
            title={title}
            description={`The school’s results: ${results.school.map((year) => `${year.year}: ${result(year)}`).join(", ")}. The floor is ${formatPercent(results.floor)}.`}
            labels={results.school.map(({ year }) => String(year))}
            main={{
              name: "School",
              values: results.school.map(({ value }) => value),
              notes: results.school.map(({ code }) => code || null),
            }}
            others={[
              { name: "Council", values: valuesOf("council") },
              { name: "England", values: valuesOf("national") },
            ].filter(({ values }) => values.some((value) => value !== null))}
            threshold={{ value: results.floor, label: "Floor" }}
          />
        }
        table={
          <Table
            caption={`${title}: figures`}
            captionHidden
            rowHeaders
            wide
            columns={[
              { label: "Year" },
              { label: "School", numeric: true },
              { label: school.council, numeric: true },
              { label: school.region, numeric: true },
              { label: "England", numeric: true },
            ]}
            rows={results.school.map((year) => ({
              key: String(year.year),
              cells: [
                year.year,
                result(year),
                average(averages.council[year.year]),
                average(averages.region[year.year]),
                average(averages.national[year.year]),
              ],
            }))}
          />
        }
        source={`Percentage of ${measures[rule.measure].words}, as stored today. Averages marked as published are the Department’s own. The others are the mean of the mainstream schools’ published figures, where each school counts the same.`}
      />
    </>
  );
}

function Sources({ explanation: { files, rule, run } }: { explanation: Explanation }) {
  return (
    <>
      <h2 className="govuk-heading-m">The rule in words</h2>
      {describeRule(rule).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <p className="govuk-body">
        This is version {run.ruleVersion} of the rule. Values are compared as they are published, to four decimal
        places, and never rounded first.
      </p>
      <h2 className="govuk-heading-m">Files that the run read</h2>
      <SummaryList
        rows={files.map(({ filename, years, checksum }) => ({
          key: filename,
          value: (
            <>
              Results of {years.join(", ")}
              <br />
              SHA-256 checksum <code className="app-typed-text">{checksum}</code>
            </>
          ),
        }))}
      />
    </>
  );
}

/** How the Department explains what a run says of a school: made to be printed and handed over. */
export function ExplainedFlag({ explanation }: { explanation: Explanation }) {
  const { school, heldAs, programme, run, flagged, firstConcern, sentence } = explanation;
  return (
    <>
      <p className="govuk-body">
        {[school.urn && `URN ${school.urn}`, `LAESTAB ${school.laestab}`, school.council, school.region]
          .filter(Boolean)
          .join(", ")}
        . {programme.name}, identification run {run.number}
        {run.publishedAt ? `, published on ${formatDate(run.publishedAt)}` : ", not published"}.
      </p>
      {heldAs && <p className="govuk-body">When the run was made, the school was {heldAs}.</p>}
      <h2 className="govuk-heading-m">{flagged ? "Why a plan is needed" : "Why no plan is needed"}</h2>
      <InsetText>{sentence}.</InsetText>
      {firstConcern && (
        <p className="govuk-body">
          Schools below the floor for {programme.concernYears} years or more are the first concern. This school is one
          of them.
        </p>
      )}
      <Calculation explanation={explanation} />
      <Context explanation={explanation} />
      <h2 className="govuk-heading-m">When the school leaves the programme</h2>
      <p className="govuk-body">{describeExitRule(programme)}</p>
      <h2 className="govuk-heading-m">If the figures or the rule look wrong</h2>
      <p className="govuk-body">
        The council can challenge the flag with evidence before it submits the plan. The Department then upholds the
        flag or removes it, with a reason.
      </p>
      <p className="govuk-body">
        The headteacher has the right to reply to the plan before it is submitted. The reply stays with the plan.
      </p>
      <Sources explanation={explanation} />
    </>
  );
}
