import type { TableBlock } from "./block";
import { COLOURS, type Element, leading, MARGIN, type Pages, type Style } from "./page.server";

const PADDING = 5;
const GAP = 14;
const text: Style = { font: "regular", size: 9.5 };
const head: Style = { font: "bold", size: 9.5 };
const step = leading(text);

type Column = { x: number; width: number; numeric: boolean };

function columnsOf({ columns, rows }: TableBlock, width: number): Column[] {
  const count = columns?.length ?? rows[0]?.length ?? 1;
  const shares = columns ? Array.from({ length: count }, () => 1 / count) : [0.27, 0.73];
  let x = MARGIN.side;
  return shares.map((share, at) => {
    const column = { x, width: share * width - (at < count - 1 ? GAP : 0), numeric: columns?.[at]?.numeric ?? false };
    x += share * width;
    return column;
  });
}

type Cell = { column: Column; lines: string[]; style: Style; element: Element; type: "TH" | "TD" };

function drawLines(pages: Pages, { column, lines, style }: Cell, top: number): void {
  lines.forEach((line, at) => {
    pages.use(style);
    const indent = column.numeric ? column.width - pages.doc.widthOfString(line) : 0;
    pages.write(line, column.x + indent, top + at * step, style);
  });
}

const rule = (pages: Pages) =>
  pages.artifact(() =>
    pages.doc
      .moveTo(MARGIN.side, pages.y)
      .lineTo(MARGIN.side + pages.width, pages.y)
      .lineWidth(0.5)
      .stroke(COLOURS.line),
  );

// The eye needs the row's name again; the tags already say whose the text is.
function repeatLabel(pages: Pages, label: Cell | undefined, from: number): void {
  if (!label || label.lines.length > from) return;
  const style = { ...label.style, colour: COLOURS.quiet };
  const lines = [...label.lines, "(continued)"];
  pages.artifact(() => drawLines(pages, { ...label, lines, style }, pages.y + PADDING));
}

/** A row; one that does not fit goes on, line by line, on the next page below the repeated header. */
function setRow(pages: Pages, cells: Cell[], turn: () => void): void {
  const total = Math.max(...cells.map(({ lines }) => lines.length));
  const fits = () => Math.floor((pages.bottom - pages.y - 2 * PADDING) / step);
  // Short rows stay whole; of a long one at least two lines stand before the page turns.
  if (fits() < Math.min(total, total <= 8 ? total : 2)) turn();
  for (let from = 0; from < total;) {
    if (from > 0) {
      turn();
      repeatLabel(pages, cells[0], from);
    }
    let take = Math.min(total - from, Math.max(1, fits()));
    if (total - from - take === 1 && take > 2) take -= 1;
    for (const cell of cells) {
      const part = { ...cell, lines: cell.lines.slice(from, from + take) };
      if (part.lines.length > 0 || from === 0)
        pages.mark(cell.element, cell.type, () => drawLines(pages, part, pages.y + PADDING));
    }
    pages.y += take * step + 2 * PADDING;
    rule(pages);
    from += take;
  }
}

/** The height without which a table should not begin at the foot of a page. */
export const leastTableHeight = ({ columns }: TableBlock) => (columns ? 3 : 2) * (step + 2 * PADDING);

/** A table whose header cells say what they are of; its header is repeated on each page, for the eye alone. */
export function setTable(pages: Pages, parent: Element, block: TableBlock): void {
  const columns = columnsOf(block, pages.width);
  const table = pages.element(parent, "Table");
  const headings = (block.columns ?? []).map(({ label }, at) => ({
    column: columns[at] as Column,
    lines: pages.lines(label, columns[at]?.width ?? 0, head),
    style: head,
  }));
  const headHeight = Math.max(0, ...headings.map(({ lines }) => lines.length)) * step + 2 * PADDING;
  const turn = () => {
    pages.turn();
    if (headings.length === 0) return;
    pages.artifact(() => {
      for (const heading of headings) drawLines(pages, heading as Cell, pages.y + PADDING);
    });
    pages.y += headHeight;
    rule(pages);
  };
  if (headings.length > 0) {
    pages.need(headHeight + step + 2 * PADDING);
    const row = pages.element(pages.element(table, "THead"), "TR");
    const cells = headings.map((heading): Cell => ({
      ...heading,
      type: "TH",
      element: pages.element(row, "TH", { scope: "Column" }),
    }));
    setRow(pages, cells, turn);
  } else rule(pages);
  const body = pages.element(table, "TBody");
  for (const cells of block.rows) {
    const row = pages.element(body, "TR");
    const set = columns.map((column, at): Cell => {
      const style = at === 0 ? head : text;
      const element = at === 0 ? pages.element(row, "TH", { scope: "Row" }) : pages.element(row, "TD");
      return {
        column,
        style,
        element,
        type: at === 0 ? "TH" : "TD",
        lines: pages.lines(cells[at] ?? "", column.width, style),
      };
    });
    setRow(pages, set, turn);
  }
  table.end();
  pages.y += 12;
}
