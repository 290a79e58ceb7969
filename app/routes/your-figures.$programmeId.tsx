import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProgrammeSwitcher } from "~/deadlines/programme-switcher";
import { isMeasureId, measures } from "~/identification/measures";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { AreaTable } from "~/statistics/area-table";
import { choosePublishedProgramme } from "~/statistics/choose-published-programme.server";
import { getOwnFigures } from "~/statistics/get-own-figures.server";
import { SmallNumbers } from "~/statistics/small-numbers";
import { SpreadFigure } from "~/statistics/spread-figure";
import { TrendFigures } from "~/statistics/trend-figures";
import { Button } from "~/ui/button";
import { formatDate } from "~/ui/format-date";
import { formatPercent } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Select } from "~/ui/select";

export const handle: PageHandle = { title: "Your figures" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "your-figures.$programmeId");
  const council = new URL(args.request.url).searchParams.get("council");
  const { programme, run, rule, ...found } = await getOwnFigures({
    actor,
    programmeId: args.params.programmeId,
    council,
  });
  const { programmes } = await choosePublishedProgramme({ actor, programmeId: programme.id });
  return { programme, programmes, publishedAt: run.publishedAt, rule, ...found };
}

export default function YourFigures() {
  const { programme, programmes, publishedAt, rule, council, councils, areas } = useLoaderData<typeof loader>();
  const measure = isMeasureId(rule.measure) ? measures[rule.measure].words : "pupils reaching the standard";
  const address = `/your-figures/${programme.id}`;
  return (
    <ServicePage>
      <PageHeading caption={programme.name}>Your figures: {council.name}</PageHeading>
      <ProgrammeSwitcher action="/your-figures" programmes={programmes} selected={programme.id} />
      {councils.length > 1 && (
        <form method="get" action={address} className="app-no-print">
          <Select
            name="council"
            label="Council"
            defaultValue={council.code}
            items={councils.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <Button variant="secondary">Show council</Button>
        </form>
      )}
      <p className="govuk-body">
        The percentage of {measure}, against the programme’s floor of {formatPercent(rule.floor)}, as published on{" "}
        {formatDate(publishedAt)}.
      </p>
      {areas.length === 0 ? (
        <p className="govuk-body">The figures are being counted. Open this page again shortly.</p>
      ) : (
        <>
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={`${address}/csv?council=${council.code}`} download>
              Download these figures (CSV)
            </a>
          </p>
          <AreaTable
            caption={`Schools that need a plan, on the results of ${rule.latestYear}`}
            areas={areas}
            year={rule.latestYear}
          />
          <TrendFigures areas={areas} floor={rule.floor} />
          <SpreadFigure areas={areas} floor={rule.floor} year={rule.latestYear} />
          <SmallNumbers severalCouncils={councils.length > 1} />
        </>
      )}
    </ServicePage>
  );
}
