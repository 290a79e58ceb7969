import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { settable, wrapText } from "./wrap-text";

/** Points from the edges of A4; the header and footer stand in the margins. */
export const MARGIN = { top: 74, bottom: 68, side: 62 };
export const COLOURS = { text: "#0b0c0c", quiet: "#505a5f", line: "#b1b4b6", main: "#1d70b8", floor: "#d4351c" };

const AUTHOR = "School action plans";
const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf"),
};
export type Style = { font: keyof typeof fonts; size: number; colour?: string };

/** A structure element may say a picture's alternative, its box, and which cells a header is of. */
export type Tag = { alt?: string; scope?: "Row" | "Column"; bbox?: number[] };
export type Element = PDFKit.PDFStructureElement;

export const leading = ({ size }: Style) => Math.round(size * 1.42 * 10) / 10;

// pdfkit writes the title into the metadata's XML as it is: "&" would break it.
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type RunningHeader = { left: string; right: string };
type DocumentSettings = { title: string; createdAt: Date; compress: boolean; header: RunningHeader };

/** The instant, not the moment of writing, is in the file: the same content gives the same bytes. */
function create({ title, createdAt, compress }: DocumentSettings): PDFKit.PDFDocument {
  const info = { Title: title, Author: AUTHOR, Creator: AUTHOR, Producer: AUTHOR, CreationDate: createdAt };
  const options = {
    size: "A4",
    margins: { top: MARGIN.top, bottom: 0, left: MARGIN.side, right: MARGIN.side },
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    compress,
    info,
  };
  // The types know no PDF/UA yet.
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  const endMetadata = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    doc.info.Title = escapeXml(title);
    endMetadata();
  };
  for (const [name, path] of Object.entries(fonts)) doc.registerFont(name, path);
  return doc;
}

/** Pages, text and tags: what every kind of block is set with. Nothing here turns a page by itself. */
export class Pages {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  readonly width: number;
  readonly bottom: number;
  y = MARGIN.top;
  /** Of the pages that are turned to from now on. */
  header: RunningHeader;
  private headers: RunningHeader[] = [];

  constructor(settings: DocumentSettings) {
    this.doc = create(settings);
    this.header = settings.header;
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.turn();
    this.width = this.doc.page.width - 2 * MARGIN.side;
    this.bottom = this.doc.page.height - MARGIN.bottom;
  }

  get count(): number {
    return this.headers.length;
  }

  turn(): void {
    this.doc.addPage();
    this.headers.push(this.header);
    this.y = MARGIN.top;
  }

  /** Turns the page where less than this is left of it, unless nothing stands on it. */
  need(height: number): void {
    if (this.y > MARGIN.top && this.y + height > this.bottom) this.turn();
  }

  use({ font, size, colour = COLOURS.text }: Style): void {
    this.doc.font(font).fontSize(size).fillColor(colour);
  }

  /** A text in lines, in the style that is in use. */
  lines(text: string, width: number, style: Style): string[] {
    this.use(style);
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
      ._font;
    const clean = settable(text, (code) => font.hasGlyphForCodePoint(code));
    return wrapText(clean, width, (part) => this.doc.widthOfString(part));
  }

  write(text: string, x: number, y: number, style: Style): void {
    this.use(style);
    if (text !== "") this.doc.text(text, x, y, { lineBreak: false });
  }

  element(parent: Element, type: string, tag: Tag = {}): Element {
    const made = this.doc.struct(type, tag);
    parent.add(made);
    return made;
  }

  /** What `draw` draws is this element's content, on the page that is open. */
  mark(element: Element, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** What `draw` draws is the page's, not the text's: no reader reads it aloud. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  right(text: string, y: number, style: Style): void {
    this.use(style);
    this.write(text, this.doc.page.width - MARGIN.side - this.doc.widthOfString(text), y, style);
  }

  private furnish(page: number): void {
    const { left, right } = this.headers[page] ?? this.header;
    const quiet: Style = { font: "regular", size: 8.5, colour: COLOURS.quiet };
    const end = MARGIN.side + this.width;
    this.artifact(() => {
      this.use(quiet);
      const room = this.width - this.doc.widthOfString(right) - 20;
      this.write(this.lines(left, room, quiet)[0] ?? "", MARGIN.side, 38, quiet);
      this.right(right, 38, right.startsWith("Draft") ? { ...quiet, font: "bold", colour: COLOURS.floor } : quiet);
      this.doc.moveTo(MARGIN.side, 54).lineTo(end, 54).lineWidth(0.5).stroke(COLOURS.line);
      this.write(AUTHOR, MARGIN.side, this.bottom + 26, quiet);
      this.right(`Page ${page + 1} of ${this.count}`, this.bottom + 26, quiet);
    }, "Pagination");
  }

  /** Writes headers and page numbers, now that the number of pages is known, and ends the file. */
  async end(breathe: () => Promise<void>): Promise<void> {
    // pdfkit would compress all pages at once at the end, and nothing else would happen meanwhile.
    const inside = this.doc as unknown as { _pageBuffer: unknown[]; page: { end(): void } };
    for (let page = 0; page < this.count; page += 1) {
      this.doc.switchToPage(page);
      this.furnish(page);
      inside.page.end();
      if (page % 8 === 7) await breathe();
    }
    inside._pageBuffer = [];
    this.root.end();
    this.doc.end();
  }
}
