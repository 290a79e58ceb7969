import { resultInWords } from "~/schools/results-over-time";
import { ChartFigure } from "~/ui/chart-figure";
import { formatPercent } from "~/ui/format-number";
import { LineChart } from "~/ui/line-chart";
import { Table } from "~/ui/table";
import type { PlanSetting, SectionContent } from "./plan-content";
import { describeDistance } from "./describe-distance";
import { listTrajectory, type TrajectoryYear } from "./trajectory";

type TargetsChartProps = {
  id: string;
  setting: PlanSetting;
  targets: SectionContent;
};

const TITLE = "Targets against the floor, the council and England";

const average = (value: number | null): string => (value === null ? "–" : formatPercent(value));
const inWords = ({ target, value, code }: TrajectoryYear): string =>
  target ? (value === null ? "No target yet" : formatPercent(value)) : resultInWords({ value, code });

/** The results and the target of each year against the floor and the averages, with their table. */
export function TargetsChart({ id, setting, targets }: TargetsChartProps) {
  const { floor } = setting;
  const years = listTrajectory(setting, targets);
  const others = [
    { name: "Council", values: years.map(({ council }) => council) },
    { name: "England", values: years.map(({ national }) => national) },
  ].filter(({ values }) => values.some((value) => value !== null));
  const words = years.map((at) => `${at.year}${at.target ? " (target)" : ""}: ${inWords(at)}`);
  return (
    <ChartFigure
      title={TITLE}
      chart={
        <LineChart
          id={id}
          title={TITLE}
          description={`${words.join(". ")}. The floor is ${formatPercent(floor)}.`}
          labels={years.map(({ year }) => String(year))}
          main={{
            name: "School",
            values: years.map(({ value }) => value),
            notes: years.map(({ target, code }) => (target ? "No target" : code || null)),
            plannedFrom: years.findIndex(({ target }) => target),
          }}
          others={others}
          threshold={{ value: floor, label: "Floor" }}
        />
      }
      table={
        <Table
          caption="Results and targets per year"
          captionHidden
          small
          wide
          repeated
          columns={[
            { label: "Year", nowrap: true },
            { label: "Result or target", numeric: true },
            { label: "Pupils", numeric: true, nowrap: true },
            { label: "Against the floor", numeric: true, nowrap: true },
            ...others.map(({ name }) => ({ label: `${name} average`, numeric: true })),
          ]}
          rowHeaders
          rows={years.map((at, index) => ({
            key: String(at.year),
            cells: [
              at.target ? `${at.year} (target)` : at.year,
              inWords(at),
              at.pupils ?? "–",
              at.value === null ? "–" : describeDistance(at.value, floor),
              ...others.map(({ values }) => average(values[index] ?? null)),
            ],
          }))}
        />
      }
      source="Targets are drawn as a broken line with open points. Years are those in which the school year ends."
    />
  );
}
