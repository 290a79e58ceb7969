import { formatDate } from "~/ui/format-date";
import { FilterPanel } from "~/ui/filter-panel";
import { Select } from "~/ui/select";
import type { PublishedRun } from "./find-published-run.server";
import { statisticsHref, type StatisticsQuery } from "./statistics-query";

type StatisticsFilterProps = {
  programmeId: string;
  query: StatisticsQuery;
  runs: PublishedRun[];
  runId: string;
  regions: string[];
  councils: { code: string; name: string }[];
};

/** Whose figures the page shows, by GET alone. */
export function StatisticsFilter({ programmeId, query, runs, runId, regions, councils }: StatisticsFilterProps) {
  const council = councils.find(({ code }) => code === query.council);
  const without = (name: "region" | "council") => statisticsHref(programmeId, { ...query, [name]: null });
  const selected = [
    query.region && { text: query.region, removeHref: without("region") },
    council && { text: council.name, removeHref: without("council") },
  ].filter((filter) => typeof filter === "object" && filter !== null);
  return (
    <FilterPanel
      action={`/statistics/${programmeId}`}
      title="Choose an area"
      selected={selected}
      clearHref={statisticsHref(programmeId, { ...query, region: null, council: null })}
      keep={{ sort: query.sort, order: query.order }}
      applyLabel="Show figures"
    >
      <Select
        name="region"
        label="Region"
        defaultValue={query.region ?? ""}
        items={[{ value: "", text: "All of England" }, ...regions.map((region) => ({ value: region, text: region }))]}
      />
      <Select
        name="council"
        label="Council"
        defaultValue={query.council ?? ""}
        items={[
          { value: "", text: "All councils" },
          ...councils.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      {runs.length > 1 && (
        <Select
          name="run"
          label="Identification run"
          defaultValue={runId}
          items={runs.map(({ id, number, publishedAt }) => ({
            value: id,
            text: `Run ${number}, published ${formatDate(publishedAt)}`,
          }))}
        />
      )}
    </FilterPanel>
  );
}
