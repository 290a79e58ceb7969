import { describe, expect, test } from "vitest";
import { planContent, planDocument } from "./document.fixture";
import { readPdf } from "./read-pdf.fixture";
import { setPlanPdf, streamBundlePdf } from "./set-pdf.server";

const read = async (plan = planDocument()) => readPdf(await setPlanPdf(plan, { compress: false }));

describe("a plan as PDF", () => {
  test("is tagged, says its language and title, and claims PDF/UA", async () => {
    const { file, tags, bookmarks } = await read();
    for (const part of ["/Lang (en-GB)", "/Marked true", "/DisplayDocTitle true", "<pdfuaid:part>1<"])
      expect(file).toContain(part);
    expect(file).toContain("/Author");
    expect(tags.filter((tag) => tag === "H1")).toHaveLength(1);
    expect(tags.filter((tag) => tag === "H2")).toHaveLength(7);
    expect(new Set(tags)).toEqual(
      new Set(["Document", "H1", "H2", "H3", "P", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure"]),
    );
    expect(file).toContain("/Scope /Column");
    expect(file).toContain("/Scope /Row");
    expect(bookmarks).toContain("1. Where the school is");
    expect(bookmarks).toContain("Action 2: English");
  });

  test("each chart says in words what it shows", async () => {
    const { alternatives } = await read();
    expect(alternatives).toEqual([
      "Line chart of the school’s results: 2022: 44%, 2023: No value (SUPP), 2024: 46%, 2025: 47%, 2026: 48%. The floor is 55%.",
      "Line chart of the targets: 2026: 48%, 2027: 58%, 2028: 66%. The floor is 55%.",
    ]);
  });

  test("the text stands in the order of the sections, with its page's number and the reference on each page", async () => {
    const { text } = await read();
    const whole = text.join("");
    const at = ["1. Where the school is", "2. Causes", "Action 1: Maths", "4. Targets", "5. Governance", "7. Risks"];
    const places = at.map((words) => whole.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    text.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${text.length}`);
      expect(page).toContain("AP-7KQ2M9XD");
    });
  });

  test("every sign that somebody types is there, or named where the font has none", async () => {
    const content = planContent();
    const typed = "Łódź naïve Ĝ Привет Ωμέγα £€–“” ½ ≥ fi";
    const position = { ...content.sections.position, intake: `${typed}\n漢` };
    const { text } = await read(planDocument({ content: { ...content, sections: { ...content.sections, position } } }));
    expect(text.join("")).toContain(typed);
    expect(text.join("")).toContain("[U+6F22]");
  });

  test("a text longer than a page goes on, and none of it is lost", async () => {
    const content = planContent();
    const words = Array.from({ length: 2_000 }, (_, at) => `word${at}`);
    const position = { ...content.sections.position, intake: words.join(" ") };
    const { text } = await read(planDocument({ content: { ...content, sections: { ...content.sections, position } } }));
    const found = new Set(text.join(" ").split(/\s+/));
    expect(words.filter((word) => !found.has(word))).toEqual([]);
    expect(text.join("")).toContain("(continued)");
  });

  test("the same plan gives the same bytes", async () => {
    expect(await setPlanPdf(planDocument())).toEqual(await setPlanPdf(planDocument()));
  });

  test("a draft says so on each page", async () => {
    const { text } = await read(planDocument({ submission: null }));
    for (const page of text) expect(page).toContain("Draft");
  });

  test("a title with signs of markup leaves the metadata well-formed", async () => {
    const { file } = await read(planDocument({ content: planContent({ school: "Heron & <Lane>" }) }));
    expect(file).toContain("Heron &amp; &lt;Lane&gt;: action plan</rdf:li>");
  });
});

test("a bundle begins with its contents, which name each plan and its page, and has a bookmark for each", async () => {
  const plans = ["Alder School", "Birch School"].map((school) => planDocument({ content: planContent({ school }) }));
  const bundle = { council: "Ashmere", programme: "Primary floor standard 2026", plans, asOf: new Date("2026-11-24") };
  const chunks: Buffer[] = [];
  for await (const chunk of streamBundlePdf(bundle, { compress: false })) chunks.push(chunk as Buffer);
  const { text, tags, bookmarks, file } = readPdf(Buffer.concat(chunks));
  const second = text.findIndex((page) => page.includes("Birch School: action plan"));
  expect(text[0]).toContain("Alder School");
  expect(text[0]).toMatch(new RegExp(`Birch School\nAP-7KQ2M9XD\n${second + 1}\n`));
  expect(bookmarks.filter((title) => title.endsWith("action plan"))).toHaveLength(2);
  expect(tags.filter((tag) => tag === "TOCI")).toHaveLength(2);
  expect(file.match(/\/Subtype \/Link/g)).toHaveLength(2);
});
