import { COLOURS, type Element, MARGIN, type Pages, type Style } from "./page.server";

const LINE = 22;
const name: Style = { font: "regular", size: 10, colour: COLOURS.main };
const quiet: Style = { font: "regular", size: 9, colour: COLOURS.quiet };

export type ContentsLine = { text: string; detail: string; target: string; page: number };
type Slot = { page: number; y: number };
export type Contents = { list: Element; slots: Slot[] };

/** Keeps room for a contents list; its page numbers are known only after the plans are set. */
export function reserveContents(pages: Pages, count: number): Contents {
  const slots = Array.from({ length: count }, () => {
    pages.need(LINE);
    const slot = { page: pages.count - 1, y: pages.y };
    pages.y += LINE;
    return slot;
  });
  return { list: pages.element(pages.root, "TOC"), slots };
}

/** Writes the contents into their room: each line leads to its plan. */
export function fillContents(pages: Pages, { list, slots }: Contents, lines: readonly ContentsLine[]): void {
  lines.forEach(({ text, detail, target, page }, at) => {
    const slot = slots[at];
    if (!slot) return;
    pages.doc.switchToPage(slot.page);
    const item = pages.element(list, "TOCI");
    const link = pages.element(pages.element(item, "Reference"), "Link");
    pages.mark(link, "Link", () => {
      const cut = pages.lines(text, pages.width * 0.6, name);
      pages.write(cut.length > 1 ? `${cut[0]} …` : text, MARGIN.side, slot.y, name);
      pages.write(detail, MARGIN.side + pages.width * 0.64, slot.y, quiet);
      pages.right(String(page), slot.y, { ...quiet, colour: COLOURS.text });
    });
    // pdfkit writes a String object as text and a plain string as a name; its types know only the latter.
    const options = { structParent: link, Contents: new String(`${text}, page ${page}`) } as object;
    pages.doc.goTo(MARGIN.side, slot.y - 3, pages.width, LINE - 4, target, options);
    // Ended while its page is open: the reference to the link is written with the page it stands on.
    item.end();
  });
  list.end();
}
