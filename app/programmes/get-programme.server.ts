import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { requireId } from "~/platform/require-id";
import type { ProgrammeSettings } from "./create-programme.schema";
import { settingsOf } from "./programme-settings.server";

type RunItem = {
  id: string;
  number: number;
  state: string;
  createdAt: string;
  eligible: number;
  flagged: number;
  firstConcern: number;
};

export type ProgrammePage = {
  id: string;
  state: "draft" | "published";
  version: number;
  settings: ProgrammeSettings;
  publishedAt: string | null;
  /** The newest first. */
  runs: RunItem[];
  /** Files of the measure that were taken over, and the newest year among them. */
  files: number;
  newestYear: number | null;
  cases: number;
};

async function countFiles(tx: Tx, measure: string): Promise<{ files: number; newestYear: number | null }> {
  const files = await tx.resultsFile.findMany({
    where: { state: "takenOver", measures: { has: measure } },
    select: { years: true },
  });
  const years = files.flatMap((file) => file.years);
  return { files: files.length, newestYear: years.length > 0 ? Math.max(...years) : null };
}

/** A programme with its settings and what has been done of it, for admins. 404 where there is none. */
export async function getProgramme(asked: { actor: Actor; programmeId: string }): Promise<ProgrammePage> {
  const id = requireId(asked.programmeId);
  return asActor(asked.actor, async (tx) => {
    const row = await tx.programme.findUnique({
      where: { id },
      include: { runs: { orderBy: { number: "desc" } }, _count: { select: { cases: true } } },
    });
    if (!row) throw new Response("Not found", { status: 404 });
    const { runs, _count, ...programme } = row;
    return {
      id,
      state: row.state === "published" ? "published" : "draft",
      version: row.version,
      settings: settingsOf(programme),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      runs: runs.map(({ id: runId, number, state, createdAt, eligible, flagged, firstConcern }) => {
        return { id: runId, number, state, createdAt: createdAt.toISOString(), eligible, flagged, firstConcern };
      }),
      ...(await countFiles(tx, row.measure)),
      cases: _count.cases,
    };
  });
}
