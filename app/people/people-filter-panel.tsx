import { FilterPanel } from "~/ui/filter-panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { roleName } from "./navigation";
import { type PeopleFilter, peopleHref } from "./people-filter";

type PeopleFilterPanelProps = { filter: PeopleFilter; councils: { code: string; name: string }[] };

const roles = ["officer", "lead", "headteacher", "reviewer", "adviser", "admin"] as const;
const statuses = { active: "Active", deactivated: "Deactivated" };

export function PeopleFilterPanel({ filter, councils }: PeopleFilterPanelProps) {
  const { search, role, council, status } = filter;
  const without = (change: Partial<PeopleFilter>) => peopleHref(filter, { ...change, page: 1 });
  const selected = [
    search && { text: `“${search}”`, removeHref: without({ search: "" }) },
    role && { text: roleName(role), removeHref: without({ role: null }) },
    council && {
      text: councils.find(({ code }) => code === council)?.name ?? council,
      removeHref: without({ council: null }),
    },
    status && { text: statuses[status], removeHref: without({ status: null }) },
  ].filter((chosen) => typeof chosen === "object" && chosen !== null);
  return (
    <FilterPanel action="/people" selected={selected} clearHref="/people">
      <TextInput name="search" label="Name or email" type="search" defaultValue={search} />
      <Select
        name="role"
        label="Role"
        defaultValue={role ?? ""}
        items={[{ value: "", text: "All roles" }, ...roles.map((value) => ({ value, text: roleName(value) }))]}
      />
      <Select
        name="council"
        label="Council"
        defaultValue={council ?? ""}
        items={[
          { value: "", text: "All councils" },
          ...councils.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
        ]}
      />
      <Select
        name="status"
        label="Status"
        defaultValue={status ?? ""}
        items={[
          { value: "", text: "All" },
          { value: "active", text: statuses.active },
          { value: "deactivated", text: statuses.deactivated },
        ]}
      />
    </FilterPanel>
  );
}
