import { Button } from "~/ui/button";
import { formatPlural } from "~/ui/format-number";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";
import type { Match } from "./list-candidates.server";
import { partNames, partPoints } from "./rank-candidates";

const shown = (points: number) => (Math.round(points * 10) / 10).toString();

type CompareProps = { action: string; keep: Record<string, string>; matches: Match[]; first?: Match; second?: Match };

/** The choice of two matches, by GET alone. */
function Choice({ action, keep, matches, first, second }: CompareProps) {
  const items = matches.map(({ number, candidate: { id, name } }) => ({ value: id, text: `${number}. ${name}` }));
  return (
    <form method="get" action={action} className="app-no-print">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select name="first" label="Support school" items={items} defaultValue={first?.candidate.id} />
      <Select name="second" label="Compare with" items={items} defaultValue={second?.candidate.id} />
      <Button variant="secondary">Compare</Button>
    </form>
  );
}

/** Why one match comes before another, part by part. */
export function CompareMatches(props: CompareProps) {
  const { first, second } = props;
  if (!first || !second || first === second) return <Choice {...props} />;
  const [higher, lower] = first.number < second.number ? [first, second] : [second, first];
  const difference = higher.points - lower.points;
  const rows = higher.parts.map((part, at) => {
    const other = lower.parts[at] ?? part;
    const better =
      part.measure === other.measure
        ? "Equal"
        : part.measure > other.measure
          ? higher.candidate.name
          : lower.candidate.name;
    return {
      key: part.key,
      cells: [
        `${partNames[part.key]} (up to ${partPoints[part.key]})`,
        `${part.sentence} (${shown(part.points)})`,
        `${other.sentence} (${shown(other.points)})`,
        better,
      ],
    };
  });
  return (
    <>
      <Choice {...props} />
      <p className="govuk-body">
        {higher.candidate.name} is number {higher.number} and {lower.candidate.name} is number {lower.number}.{" "}
        {difference >= 0.05
          ? `The first has ${shown(difference)} more of the 100 points.`
          : "They have the same points: the first part in this table in which they differ decides, then the name."}
      </p>
      <Table
        caption="Part by part, with the points in brackets"
        captionSize="m"
        wide
        rowHeaders
        columns={[
          { label: "Part" },
          { label: `${higher.number}. ${higher.candidate.name}`, prose: true },
          { label: `${lower.number}. ${lower.candidate.name}`, prose: true },
          { label: "Better" },
        ]}
        rows={[
          ...rows,
          {
            key: "all",
            cells: [
              "All",
              formatPlural(Math.round(higher.points), "point"),
              formatPlural(Math.round(lower.points), "point"),
              higher.candidate.name,
            ],
          },
        ]}
      />
    </>
  );
}
