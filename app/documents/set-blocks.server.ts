import type { Block, Heading, Paragraph } from "./block";
import { CHART_HEIGHT, drawChart } from "./draw-chart.server";
import { type Element, leading, MARGIN, type Pages, type Style } from "./page.server";
import { leastTableHeight, setTable } from "./set-table.server";

const headings: Record<Heading["level"], Style & { before: number; after: number }> = {
  1: { font: "bold", size: 20, before: 0, after: 10 },
  2: { font: "bold", size: 15, before: 18, after: 7 },
  3: { font: "bold", size: 11.5, before: 12, after: 5 },
  4: { font: "bold", size: 10.5, before: 10, after: 4 },
};
const body: Style = { font: "regular", size: 10 };

// A heading never stands alone at the foot of a page: what must follow it there counts as its own.
function leastHeight(pages: Pages, blocks: readonly Block[], at: number): number {
  const block = blocks[at];
  if (!block) return 0;
  if (block.kind === "chart") return CHART_HEIGHT;
  if (block.kind === "table") return leastTableHeight(block);
  if (block.kind === "paragraph") return 2 * leading(body);
  const style = headings[block.level];
  const lines = pages.lines(block.text, pages.width, style).length;
  return style.before + lines * leading(style) + style.after + leastHeight(pages, blocks, at + 1);
}

function setLines(pages: Pages, element: Element, type: string, lines: string[], style: Style): void {
  const step = leading(style);
  for (let from = 0; from < lines.length;) {
    pages.need(Math.min(2, lines.length - from) * step);
    const take = Math.max(1, Math.floor((pages.bottom - pages.y) / step));
    const part = lines.slice(from, from + take);
    pages.mark(element, type, () =>
      part.forEach((line, at) => pages.write(line, MARGIN.side, pages.y + at * step, style)),
    );
    pages.y += part.length * step;
    from += part.length;
  }
}

function setHeading(pages: Pages, parent: Element, { level, text }: Heading, least: number): void {
  const style = headings[level];
  pages.need(least);
  if (pages.y > MARGIN.top) pages.y += style.before;
  const element = pages.element(parent, `H${level}`);
  setLines(pages, element, `H${level}`, pages.lines(text, pages.width, style), style);
  element.end();
  pages.y += style.after;
}

function setParagraph(pages: Pages, parent: Element, { text, strong }: Paragraph): void {
  const style: Style = strong ? { ...body, font: "bold" } : body;
  for (const part of text.split(/\n{2,}/)) {
    const element = pages.element(parent, "P");
    setLines(pages, element, "P", pages.lines(part, pages.width, style), style);
    element.end();
    pages.y += 8;
  }
}

/** Sets blocks from where the page stands on, with a bookmark for each heading below the outline that is given. */
export function setBlocks(
  pages: Pages,
  { parent, blocks, outline }: { parent: Element; blocks: readonly Block[]; outline: PDFKit.PDFOutline },
): void {
  const open: { level: number; item: PDFKit.PDFOutline }[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === "chart") drawChart(pages, parent, block);
    else if (block.kind === "table") setTable(pages, parent, block);
    else if (block.kind === "paragraph") setParagraph(pages, parent, block);
    else {
      setHeading(pages, parent, block, leastHeight(pages, blocks, at));
      while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
      const above = open.at(-1)?.item ?? outline;
      open.push({ level: block.level, item: above.addItem(block.text, { expanded: open.length === 0 }) });
    }
  });
}
