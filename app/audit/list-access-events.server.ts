import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

export type AccessEntry = { id: string; at: string; name: string; kind: string; path: string };

const PAGE_SIZE = 50;

/** One page (from 1) of changes to people and of refused requests, the newest first; for admins. */
export async function listAccessEvents({ actor, page }: { actor: Actor; page: number }) {
  return asActor(actor, async (tx) => {
    const total = await tx.accessEvent.count();
    const rows = await tx.accessEvent.findMany({
      orderBy: { id: "desc" },
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    });
    const people = await tx.person.findMany({
      where: { id: { in: [...new Set(rows.flatMap(({ personId }) => personId ?? []))] } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const attempts = rows.map(({ id, at, personId, kind, path }): AccessEntry => ({
      id: String(id),
      at: at.toISOString(),
      name: names.get(personId ?? "") ?? "Not known",
      kind,
      path,
    }));
    return { attempts, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  });
}
