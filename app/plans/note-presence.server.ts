import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import type { SectionKey } from "~workflows/school-plan/types";

/** Whoever was heard of less long ago has the section open. A page that is looked at says so every half a minute. */
const PRESENT_FOR_MS = 2 * 60_000;

/** A colleague who has the section open; `since` is an instant in ISO form. */
export type PresentColleague = { name: string; since: string };

export type Presence = {
  others: PresentColleague[];
  /** The text that is stored now, and who stored it when. */
  stored: { version: number; byName: string | null; at: string; byThisForm: boolean };
};

/**
 * Notes that an officer has a section of a draft open, and says which colleagues have it open too, the longest first.
 * Throws a 404 where the person may not see the draft.
 */
export async function notePresence({
  actor,
  planId,
  section,
  formKey,
  now,
}: {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  /** The form that asks, where it has been saved from: what it wrote itself is no news to it. */
  formKey?: string;
  now: Date;
}): Promise<Presence> {
  if (!isUuid(planId)) throw new Response("Not found", { status: 404 });
  return asActor(actor, async (tx) => {
    const row = await tx.planSection.findUnique({ where: { planId_key: { planId, key: section } } });
    if (!row) throw new Response("Not found", { status: 404 });
    const heardOf = new Date(now.getTime() - PRESENT_FOR_MS);
    const { personId } = actor;
    // Somebody who had gone and comes back has had it open since now.
    await tx.$executeRaw`
      INSERT INTO section_presences AS p (plan_id, section, person_id, opened_at, seen_at)
      VALUES (${planId}::uuid, ${section}, ${personId}::uuid, ${now}, ${now})
      ON CONFLICT (plan_id, section, person_id) DO UPDATE
        SET opened_at = CASE WHEN p.seen_at < ${heardOf} THEN excluded.opened_at ELSE p.opened_at END,
            seen_at = greatest(p.seen_at, excluded.seen_at)`;
    const present = await tx.sectionPresence.findMany({
      where: { planId, section, seenAt: { gte: heardOf }, personId: { not: personId } },
      orderBy: [{ openedAt: "asc" }, { personId: "asc" }],
    });
    const people = await tx.person.findMany({
      where: { id: { in: [row.updatedById, ...present.map((colleague) => colleague.personId)] } },
      select: { id: true, name: true },
    });
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null;
    return {
      others: present.map((colleague) => ({
        name: nameOf(colleague.personId) ?? "A colleague",
        since: colleague.openedAt.toISOString(),
      })),
      stored: {
        version: row.version,
        byName: nameOf(row.updatedById),
        at: row.updatedAt.toISOString(),
        byThisForm: formKey !== undefined && row.savedFrom === formKey,
      },
    };
  });
}
