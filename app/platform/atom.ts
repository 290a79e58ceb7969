import { createHash } from "node:crypto";

export type AtomEntry = {
  /** A UUID; the same for as long as the thing exists. */
  id: string;
  title: string;
  /** An instant in ISO form. */
  updated: string;
  /** An address of this service, from the root: "/plans/…". */
  href: string;
  summary: string;
};

export type AtomFeed = {
  id: string;
  title: string;
  /** The service's own address without a path, which readers need in full. */
  origin: string;
  self: string;
  alternate: string;
  /** What the feed says where nothing has happened yet. */
  updated: string;
  /** The newest first. */
  entries: AtomEntry[];
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// What XML 1.0 cannot hold at all: control characters and halves of a pair.
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const text = (value: string) => value.replace(notXml, "").replace(/[&<>"]/g, (mark) => entities[mark] ?? "");

const entryOf = ({ id, title, updated, href, summary }: AtomEntry, origin: string) =>
  `  <entry>
    <id>urn:uuid:${text(id)}</id>
    <title>${text(title)}</title>
    <updated>${text(updated)}</updated>
    <link rel="alternate" type="text/html" href="${text(origin + href)}"/>
    <summary>${text(summary)}</summary>
  </entry>
`;

/** A feed in Atom 1.0 (RFC 4287), every required element included. */
export function writeAtom({ id, title, origin, self, alternate, updated, entries }: AtomFeed): string {
  const newest = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), updated);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>urn:uuid:${text(id)}</id>
  <title>${text(title)}</title>
  <updated>${text(newest)}</updated>
  <author><name>School action plans</name></author>
  <link rel="self" type="application/atom+xml" href="${text(origin + self)}"/>
  <link rel="alternate" type="text/html" href="${text(origin + alternate)}"/>
${entries.map((entry) => entryOf(entry, origin)).join("")}</feed>
`;
}

/** The answer with a feed; 304 and nothing more to a reader that has this very one already. */
export function atomResponse(request: Request, feed: AtomFeed): Response {
  const body = writeAtom(feed);
  // Weak: what is sent may be compressed on its way. Without the origin, which says nothing of what happened.
  const tag = `W/"${createHash("sha256")
    .update(writeAtom({ ...feed, origin: "" }))
    .digest("base64url")}"`;
  const known = request.headers.get("if-none-match") ?? "";
  const matches = known.split(",").some((candidate) => ["*", tag, tag.slice(2)].includes(candidate.trim()));
  if (matches) return new Response(null, { status: 304, headers: { ETag: tag } });
  return new Response(body, { headers: { ETag: tag, "Content-Type": "application/atom+xml; charset=utf-8" } });
}
