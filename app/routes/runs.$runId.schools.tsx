import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getRun } from "~/identification/get-run.server";
import { listRunSchools } from "~/identification/list-run-schools.server";
import { lastYears } from "~/identification/rule-version";
import {
  readRunSchoolsQuery,
  RUN_SCHOOLS_PAGE,
  type RunSchoolList,
  runSchoolLists,
  runSchoolsHref,
} from "~/identification/run-schools-filter";
import { RunSchoolsTable } from "~/identification/run-schools-table";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { FilterPanel } from "~/ui/filter-panel";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { Select } from "~/ui/select";

export const handle: PageHandle = { title: "Schools of an identification run" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "runs.$runId.schools");
  const query = readRunSchoolsQuery(new URL(args.request.url).searchParams);
  const { id, number, programme, rule } = await getRun({ actor, runId: args.params.runId });
  const found = await listRunSchools({ actor, runId: id, ...query });
  return { id, number, programme, rule, query, ...found };
}

export default function RunSchools() {
  const { id, number, programme, rule, query, schools, total, councils } = useLoaderData<typeof loader>();
  const council = councils.find(({ code }) => code === query.council);
  const heading = runSchoolLists[query.list];
  return (
    <ServicePage width="wide" back={{ href: `/runs/${id}`, text: `Run ${number}` }}>
      <PageHeading caption={`${programme.name}, run ${number}`}>Schools of this run</PageHeading>
      <FilterPanel
        action={`/runs/${id}/schools`}
        selected={[
          ...(query.list === "flagged"
            ? []
            : [{ text: heading, removeHref: runSchoolsHref(id, { council: query.council }) }]),
          ...(council ? [{ text: council.name, removeHref: runSchoolsHref(id, { list: query.list }) }] : []),
        ]}
        clearHref={`/runs/${id}/schools`}
      >
        <Select
          name="list"
          label="Schools"
          defaultValue={query.list}
          items={(Object.keys(runSchoolLists) as RunSchoolList[]).map((list) => ({
            value: list,
            text: runSchoolLists[list],
          }))}
        />
        <Select
          name="council"
          label="Council"
          defaultValue={query.council ?? ""}
          items={[
            { value: "", text: "All councils" },
            ...councils.map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
          ]}
        />
      </FilterPanel>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={runSchoolsHref(id, { ...query, page: 1 }, "csv")} download>
          Download these schools (CSV)
        </a>
      </p>
      <RunSchoolsTable
        runId={id}
        schools={schools}
        years={lastYears(rule.latestYear, rule.ruleYears)}
        caption={`${heading}: ${formatPlural(total, "school")}`}
        empty="No school of this run matches."
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(total / RUN_SCHOOLS_PAGE))}
        hrefFor={(page) => runSchoolsHref(id, { ...query, page })}
      />
    </ServicePage>
  );
}
