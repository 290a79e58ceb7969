import { ChartFigure } from "~/ui/chart-figure";
import { formatPercent } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { LineChart } from "~/ui/line-chart";
import { Table } from "~/ui/table";
import { type PlanSetting, type SectionContent, textOf } from "./plan-content";

type TargetsChartProps = {
  id: string;
  setting: Pick<PlanSetting, "baseline" | "targetYears" | "floor" | "goalYear">;
  targets: SectionContent;
};

const readTarget = (typed: string): number | null => {
  const value = Number(typed.replace(/\s*%$/, ""));
  return typed.trim() === "" || Number.isNaN(value) || value < 0 || value > 100 ? null : value;
};

/** The trajectory: the latest result and the target of each year against the floor, with its table. */
export function TargetsChart({ id, setting, targets }: TargetsChartProps) {
  const { baseline, targetYears, floor } = setting;
  const points = targetYears.map((year) => ({ year, value: readTarget(textOf(targets, `target-${year}`)) }));
  const all = baseline ? [baseline, ...points] : points;
  const last = points.at(-1);
  const words = all.map(({ year, value }) => `${year}: ${value === null ? "no target yet" : formatPercent(value)}`);
  return (
    <>
      <ChartFigure
        title="Targets against the floor"
        chart={
          <LineChart
            id={id}
            title="Targets against the floor"
            description={`${words.join(". ")}. The floor is ${formatPercent(floor)}.`}
            labels={all.map(({ year }) => String(year))}
            main={{ name: "Target", values: all.map(({ value }) => value), notes: all.map(() => "No target") }}
            threshold={{ value: floor, label: "Floor" }}
          />
        }
        table={
          <Table
            caption="Targets per year"
            captionHidden
            columns={[
              { label: "Year" },
              { label: "Result or target", numeric: true },
              { label: "Against the floor", numeric: true },
            ]}
            rowHeaders
            rows={all.map(({ year, value }) => ({
              key: String(year),
              cells: [
                year === baseline?.year ? `${year} (latest result)` : year,
                value === null ? "–" : formatPercent(value),
                value === null ? "–" : describeDistance(value, floor),
              ],
            }))}
          />
        }
      />
      {last && last.value !== null && last.value < floor && (
        <InsetText>
          The target for {last.year} is below the floor of {formatPercent(floor)}.
        </InsetText>
      )}
    </>
  );
}

function describeDistance(value: number, floor: number): string {
  const points = Math.round((value - floor) * 10) / 10;
  if (points === 0) return "At the floor";
  return points > 0 ? `${points} above` : `${-points} below`;
}
