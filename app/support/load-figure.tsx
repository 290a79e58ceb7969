import { ChartFigure } from "~/ui/chart-figure";
import { ColumnChart } from "~/ui/column-chart";
import { formatPlural } from "~/ui/format-number";
import { Table } from "~/ui/table";
import type { TermLoad } from "./get-support-school.server";

/** How much of a support school is taken over the terms, as a picture and as its table. */
export function LoadFigure({ name, load }: { name: string; load: TermLoad[] }) {
  const full = load.filter(({ taken, places }) => places > 0 && taken >= places).map((term) => term.name);
  const said =
    full.length > 0
      ? `Every place is taken in ${new Intl.ListFormat("en-GB").format(full)}.`
      : "In no term is every place taken.";
  return (
    <ChartFigure
      title="Places and how many are taken"
      chart={
        <ColumnChart
          id="load"
          title={`${name}: places taken by term`}
          description={`${formatPlural(load.length, "term")} beginning with ${load[0]?.name ?? "this one"}. ${said}`}
          groups={load.map(({ short }) => short)}
          series={[
            { name: "Places", values: load.map(({ places }) => places) },
            { name: "Taken", values: load.map(({ taken }) => taken) },
          ]}
          unit=""
        />
      }
      table={
        <Table
          caption="Places by term"
          captionHidden
          small
          rowHeaders
          columns={[
            { label: "Term" },
            { label: "Places", numeric: true },
            { label: "Taken", numeric: true },
            { label: "Free", numeric: true },
          ]}
          rows={load.map((term) => ({
            key: term.name,
            cells: [term.name, term.places, term.taken, Math.max(0, term.places - term.taken)],
          }))}
        />
      }
      source={`${said} A place counts as taken in a term if it is taken on any day of it.`}
    />
  );
}
