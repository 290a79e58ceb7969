import { StaleForm } from "~/plans/event-refused";
import type { Tx } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";

/**
 * Marks a person as changed, where the page that asked showed them as they are. Everything that changes a person's
 * access goes through here first: of two admins who change the same person at once, the second is told.
 */
export async function updatePerson(
  tx: Tx,
  { personId, version, data = {} }: { personId: string; version: number; data?: { active?: boolean } },
): Promise<{ name: string }> {
  const person = isUuid(personId)
    ? await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    : null;
  if (!person) throw new Response("Not found", { status: 404 });
  const { count } = await tx.person.updateMany({
    where: { id: personId, version },
    data: { ...data, version: version + 1 },
  });
  if (count !== 1)
    throw new StaleForm(
      `Nothing was changed because somebody else changed ${person.name}’s account since you opened the page.`,
    );
  return person;
}
