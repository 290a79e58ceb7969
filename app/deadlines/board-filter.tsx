import { FilterPanel } from "~/ui/filter-panel";
import { Select } from "~/ui/select";
import { type BoardQuery, boardHref, countNames, stateFilters } from "./board";
import type { ProgrammeChoice } from "./get-board.server";

type BoardFilterProps = { query: BoardQuery; programmes: ProgrammeChoice[]; programmeId: string; regions: string[] };

const cohorts = [
  { value: "priority", text: "Priority" },
  { value: "standard", text: "Standard" },
];
const any = (text: string) => ({ value: "", text });

/** The board's filters: a GET form, so that a filtered board has an address. */
export function BoardFilter({ query, programmes, programmeId, regions }: BoardFilterProps) {
  const states = stateFilters.map((value) => ({ value, text: countNames[value] }));
  const without = (name: "region" | "cohort" | "state") => boardHref({ ...query, [name]: null });
  const selected = [
    query.region && { text: query.region, removeHref: without("region") },
    query.cohort && {
      text: `${query.cohort === "priority" ? "Priority" : "Standard"} cohort`,
      removeHref: without("cohort"),
    },
    query.state && { text: `Has plans: ${countNames[query.state].toLowerCase()}`, removeHref: without("state") },
  ].filter((filter) => filter !== null && filter !== "");
  return (
    <FilterPanel
      action="/board"
      title="Filter councils"
      selected={selected}
      clearHref={boardHref({ ...query, region: null, cohort: null, state: null })}
      keep={{ sort: query.sort, order: query.order, ...(programmes.length < 2 && { programme: programmeId }) }}
    >
      {programmes.length > 1 && (
        <Select
          name="programme"
          label="Programme"
          defaultValue={programmeId}
          items={programmes.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      <Select
        name="region"
        label="Region"
        defaultValue={query.region ?? ""}
        items={[any("All regions"), ...regions.map((region) => ({ value: region, text: region }))]}
      />
      <Select
        name="cohort"
        label="Cohort"
        defaultValue={query.cohort ?? ""}
        items={[any("Both cohorts"), ...cohorts]}
      />
      <Select
        name="state"
        label="Has plans"
        defaultValue={query.state ?? ""}
        items={[any("In any state"), ...states]}
      />
    </FilterPanel>
  );
}
