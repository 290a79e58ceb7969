import { formatDateTimeShort } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { countOpenings } from "./count-openings";
import type { CouncilOpening } from "./list-openings.server";

/** Who has opened a publication, in numbers and council by council: those that nobody has opened come first. */
export function OpeningsTable({ councils }: { councils: CouncilOpening[] }) {
  const { opened, schools, headsTold, headsOpened, councils: all } = countOpenings(councils);
  return (
    <>
      <StatCards
        stats={[
          { value: `${formatCount(opened)} of ${formatCount(all)}`, label: "Councils that opened it" },
          {
            value: formatCount(all - opened),
            label: all - opened === 1 ? "Council that has not" : "Councils that have not",
            tone: opened < all ? "waiting" : undefined,
          },
          { value: `${formatCount(headsTold)} of ${formatCount(schools)}`, label: "Headteachers told" },
          { value: formatCount(headsOpened), label: "Headteachers who opened it" },
        ]}
      />
      <Table
        caption="Councils, those that nobody has opened first"
        captionHidden
        rowHeaders
        wide
        columns={[
          { label: "Council" },
          { label: "First opened" },
          { label: "By" },
          { label: "Readers", numeric: true },
          { label: "Heads told", numeric: true },
          { label: "Heads opened", numeric: true },
        ]}
        rows={councils.map(({ code, name, first, readers, schools: own, ...heads }) => ({
          key: code,
          cells: [
            `${name} (${code})`,
            first ? formatDateTimeShort(first.at) : <Tag colour="yellow">Not opened</Tag>,
            first?.by ?? "–",
            formatCount(readers),
            `${formatCount(heads.headsTold)} of ${formatCount(own)}`,
            formatCount(heads.headsOpened),
          ],
        }))}
        empty="The run flagged no school."
      />
    </>
  );
}
