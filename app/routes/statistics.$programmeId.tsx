import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProgrammeSwitcher } from "~/deadlines/programme-switcher";
import { isMeasureId, measures } from "~/identification/measures";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { AreaTable } from "~/statistics/area-table";
import { choosePublishedProgramme } from "~/statistics/choose-published-programme.server";
import { CouncilStatisticsTable } from "~/statistics/council-statistics-table";
import { getStatistics } from "~/statistics/get-statistics.server";
import { SpreadFigure } from "~/statistics/spread-figure";
import { StatisticsFilter } from "~/statistics/statistics-filter";
import { arrangeCouncils, chooseAreas, readStatisticsQuery, statisticsHref } from "~/statistics/statistics-query";
import { limits } from "~/statistics/suppress";
import { TrendFigures } from "~/statistics/trend-figures";
import { formatDate } from "~/ui/format-date";
import { formatPercent, formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Statistics" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "statistics.$programmeId");
  const query = readStatisticsQuery(new URL(args.request.url).searchParams);
  const { england, regions, councils, ...found } = await getStatistics({
    actor,
    programmeId: args.params.programmeId,
    runId: query.run,
  });
  const { programmes } = await choosePublishedProgramme({ actor, programmeId: found.programme.id });
  const figures = england && {
    areas: chooseAreas({ england, regions, councils }, query),
    regions: [...regions, england],
    councils: arrangeCouncils(councils, query),
  };
  return { ...found, programmes, query, figures, all: councils.map(({ code, name }) => ({ code, name })) };
}

export default function ProgrammeStatistics() {
  const { programme, programmes, run, runs, rule, query, figures, all } = useLoaderData<typeof loader>();
  const measure = isMeasureId(rule.measure) ? measures[rule.measure].words : "pupils reaching the standard";
  const { id } = programme;
  return (
    <ServicePage width="wide">
      <PageHeading caption={programme.name}>Statistics</PageHeading>
      <ProgrammeSwitcher action="/statistics" programmes={programmes} selected={id} />
      <p className="govuk-body">
        Run {run.number}, published {formatDate(run.publishedAt)}: the percentage of {measure}, against a floor of{" "}
        {formatPercent(rule.floor)} in {rule.latestYear}.
      </p>
      {!figures && (
        <p className="govuk-body">The figures of this run are being counted. Open this page again shortly.</p>
      )}
      {figures && (
        <>
          <p className="govuk-body">
            For use inside the Department: small numbers are not taken out here. Councils read their own figures, their
            region’s and England’s, without numbers from 1 to {limits.smallest - 1} and without what other councils’
            figures would follow from.
          </p>
          <StatisticsFilter
            programmeId={id}
            query={query}
            runs={runs}
            runId={run.id}
            regions={figures.regions.flatMap(({ scope, name }) => (scope === "region" ? [name] : []))}
            councils={all}
          />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={statisticsHref(id, query, "/csv")} download>
              {query.council
                ? "Download these figures of every year (CSV)"
                : `Download the figures of every council${query.region ? ` in ${query.region}` : ""} and year (CSV)`}
            </a>
          </p>
          <AreaTable
            caption={figures.areas.map(({ name }) => name).join(", ")}
            areas={figures.areas}
            year={rule.latestYear}
          />
          <TrendFigures areas={figures.areas} floor={rule.floor} />
          <SpreadFigure areas={figures.areas} floor={rule.floor} year={rule.latestYear} />
          <AreaTable caption="By region" areas={figures.regions} year={rule.latestYear} />
          <h2 className="govuk-heading-m" id="councils">
            By council: {formatPlural(figures.councils.length, "council")}
            {query.region ? ` in ${query.region}` : ""}
          </h2>
          <CouncilStatisticsTable
            programmeId={id}
            query={query}
            councils={figures.councils}
            year={rule.latestYear}
            caption="By council"
          />
        </>
      )}
    </ServicePage>
  );
}
