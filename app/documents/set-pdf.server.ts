import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Block } from "./block";
import { documentBlocks, type PlanDocument, runningHeader, schoolsOf } from "./document-blocks";
import { Pages } from "./page.server";
import { type ContentsLine, fillContents, reserveContents } from "./set-contents.server";
import { setBlocks } from "./set-blocks.server";

type Settings = { compress?: boolean };
// Other people's requests go on between two plans, and between two batches of pages.
const breathe = () => setImmediate();

async function collect(pages: Pages): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  const read = (async () => {
    for await (const chunk of pages.doc) chunks.push(chunk as Buffer);
  })();
  await pages.end(breathe);
  await read;
  return new Uint8Array(Buffer.concat(chunks));
}

/** One plan as a tagged PDF. The same plan gives the same bytes. */
export async function setPlanPdf(
  plan: PlanDocument,
  { compress = true }: Settings = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const title = `${schoolsOf(plan)}: action plan`;
  const pages = new Pages({ title, createdAt: plan.asOf, compress, header: runningHeader(plan) });
  setBlocks(pages, { parent: pages.root, blocks: documentBlocks(plan, 1), outline: pages.doc.outline });
  return collect(pages);
}

const titleOf = ({ council }: Bundle) => `Action plans of ${council}`;

export type Bundle = { council: string; programme: string; plans: PlanDocument[]; asOf: Date };

async function layBundle(pages: Pages, bundle: Bundle): Promise<void> {
  const opening: Block[] = [
    { kind: "heading", level: 1, text: titleOf(bundle) },
    { kind: "paragraph", text: bundle.programme },
    { kind: "heading", level: 2, text: "Contents" },
  ];
  setBlocks(pages, { parent: pages.root, blocks: opening, outline: pages.doc.outline });
  const contents = reserveContents(pages, bundle.plans.length);
  const lines: ContentsLine[] = [];
  for (const [at, plan] of bundle.plans.entries()) {
    await breathe();
    pages.header = runningHeader(plan);
    pages.turn();
    const target = `plan-${at + 1}`;
    pages.doc.addNamedDestination(target, "XYZ", 0, 0, null);
    lines.push({ text: schoolsOf(plan), detail: runningHeader(plan).right, target, page: pages.count });
    const part = pages.element(pages.root, "Part");
    setBlocks(pages, { parent: part, blocks: documentBlocks(plan, 2), outline: pages.doc.outline });
    part.end();
  }
  fillContents(pages, contents, lines);
}

/** Several plans in one file: a page of contents, then each plan from a page of its own. Written as it is read. */
export function streamBundlePdf(bundle: Bundle, { compress = true }: Settings = {}): Readable {
  const header = { left: titleOf(bundle), right: bundle.programme };
  const pages = new Pages({ title: titleOf(bundle), createdAt: bundle.asOf, compress, header });
  const file = pages.doc as unknown as Readable;
  layBundle(pages, bundle)
    .then(() => pages.end(breathe))
    .catch((error: Error) => file.destroy(error));
  return file;
}
