import { FilterPanel } from "~/ui/filter-panel";
import { Select } from "~/ui/select";
import { distances, matchingHref, type MatchingQuery } from "./matching-query";
import { subjectName, supportSubjects } from "./subjects";

/** Which support schools are shown, by GET alone. */
export function MatchesFilter({ caseId, phase, query }: { caseId: string; phase: string; query: MatchingQuery }) {
  const without = (changes: Partial<MatchingQuery>) => matchingHref(caseId, { ...query, ...changes });
  const selected = [
    query.phase === "any" && { text: "Any phase", removeHref: without({ phase: "same" }) },
    query.subject && { text: subjectName(query.subject), removeHref: without({ subject: null }) },
    query.within && { text: `Within ${query.within} km`, removeHref: without({ within: null }) },
  ].filter((filter) => typeof filter === "object" && filter !== null);
  return (
    <FilterPanel
      action={`/support/cases/${caseId}`}
      title="Filter support schools"
      selected={selected}
      clearHref={matchingHref(caseId, { phase: "same", subject: null, within: null })}
    >
      <Select
        name="phase"
        label="Phase"
        defaultValue={query.phase}
        items={[
          { value: "same", text: `Same phase: ${phase}` },
          { value: "any", text: "Any phase" },
        ]}
      />
      <Select
        name="subject"
        label="Subject"
        defaultValue={query.subject ?? ""}
        items={[
          { value: "", text: "Any subject" },
          ...Object.entries(supportSubjects).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Select
        name="within"
        label="Distance"
        defaultValue={String(query.within ?? "")}
        items={[
          { value: "", text: "Any distance" },
          ...distances.map((km) => ({ value: String(km), text: `Within ${km} km` })),
        ]}
      />
    </FilterPanel>
  );
}
