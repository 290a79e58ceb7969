import { COPY_NULL, copyStaged, copyText } from "./copy-staged.server";
import type { StageOutcome, StageRequest } from "./file-kind";
import { linksLayout } from "./links-layout";
import type { LinksFacts } from "./links-summary";
import { type LinkRow, readLinksText } from "./read-links-file";
import { readInTurns } from "./read-in-turns";

const columns = "line, urn, link_urn, link_name, link_type, established_on, from_urn, to_urn, plain";

const copyLine = (row: LinkRow): string =>
  `${[row.line, row.urn, row.linkUrn, row.linkName, row.linkType, row.establishedOn, row.fromUrn, row.toUrn, row.plain]
    .map((value) => (value === null ? COPY_NULL : copyText(String(value))))
    .join("\t")}\n`;

/** Reads a file of links and keeps its rows, or says what is wrong by line and column. */
export async function stageLinks(request: StageRequest): Promise<StageOutcome> {
  const { client, fileId, text, encoding, expectedYear, onProgress } = request;
  const began = performance.now();
  const outcome = await readInTurns(readLinksText({ text, encoding, year: expectedYear ?? undefined }), onProgress);
  if (!outcome.ok) return outcome;
  const { rows, ...file } = outcome.file;
  const facts: LinksFacts = {
    kind: "links",
    layoutName: linksLayout.name,
    ...file,
    readMs: Math.round(performance.now() - began),
  };
  await copyStaged(client, { table: "file_links", fileId, columns, rows, copyLine });
  await client.query("UPDATE results_files SET summary = $2 WHERE id = $1", [fileId, JSON.stringify(facts)]);
  return { ok: true, rows: rows.length, layout: linksLayout.id, measures: [], years: [] };
}
