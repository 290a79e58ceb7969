import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AtomFeed, atomResponse, writeAtom } from "./atom";

const feed: AtomFeed = {
  id: "5f0c1a52-3d4c-4c1e-9a53-000000000001",
  title: "Action plan of Heron & Lane",
  origin: "https://plans.example",
  self: "/plans/1/feed",
  alternate: "/",
  updated: "2026-11-01T09:00:00.000Z",
  entries: [
    {
      id: "5f0c1a52-3d4c-4c1e-9a53-000000000002",
      title: "Plan submitted",
      updated: "2026-11-16T14:00:00.000Z",
      href: "/revisions/2?a=1&b=2",
      summary: "<b>",
    },
  ],
};

/** The names of the elements of a document, in order; throws where it is not well formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, "");
  const token = /<(\/?)([A-Za-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>|[^<]+/gy;
  let end = 0;
  for (const [whole, close, name, , single] of body.matchAll(token)) {
    end += whole.length;
    if (/&(?!(amp|lt|gt|quot);)/.test(whole)) throw new Error(`A bare ampersand: ${whole}`);
    if (!name) continue;
    if (close && open.pop() !== name) throw new Error(`</${name}> closes another`);
    if (close) continue;
    names.push(name);
    if (!single) open.push(name);
  }
  if (end !== body.length || open.length > 0) throw new Error("Not well formed");
  return names;
}

describe("a feed", () => {
  it("has what Atom requires of a feed and of each entry", () => {
    expect(elementsOf(writeAtom(feed))).toEqual([
      ...["feed", "id", "title", "updated", "author", "name", "link", "link"],
      ...["entry", "id", "title", "updated", "link", "summary"],
    ]);
    expect(writeAtom(feed)).toContain("<updated>2026-11-16T14:00:00.000Z</updated>\n  <author>");
    expect(writeAtom({ ...feed, entries: [] })).toContain("<updated>2026-11-01T09:00:00.000Z</updated>");
    expect(writeAtom(feed)).toContain('href="https://plans.example/revisions/2?a=1&amp;b=2"');
  });

  it("is well formed whatever stands in its texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const [entry] = feed.entries;
        elementsOf(writeAtom({ ...feed, title, entries: entry ? [{ ...entry, title, summary: title }] : [] }));
      }),
    );
  });

  it("is sent once: a reader that has it gets 304, until something happens", () => {
    const ask = (tag: string | null, of = feed) =>
      atomResponse(new Request("https://plans.example/", { headers: tag ? { "If-None-Match": tag } : {} }), of);
    const first = ask(null);
    const tag = first.headers.get("ETag");
    expect([first.status, first.headers.get("Content-Type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    expect([ask(tag).status, ask(tag).body]).toEqual([304, null]);
    expect(ask(`"another", ${tag}`).status).toBe(304);
    expect(ask(tag, { ...feed, entries: [] }).status).toBe(200);
  });
});
