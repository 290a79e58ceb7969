import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

export type ListedInterest = { id: string; in: string; nature: string; declaredAt: Date };

/** The interests that the person has declared and not withdrawn, the latest first. */
export async function listInterests({ actor }: { actor: PersonActor }): Promise<ListedInterest[]> {
  return asActor(actor, async (tx) => {
    const interests = await tx.declaredInterest.findMany({
      where: { personId: actor.personId },
      orderBy: [{ declaredAt: "desc" }, { id: "asc" }],
    });
    const schools = await tx.school.findMany({
      where: { id: { in: interests.flatMap(({ schoolId }) => schoolId ?? []) } },
      select: { id: true, name: true },
    });
    const councils = await tx.council.findMany({
      where: { code: { in: interests.flatMap(({ councilCode }) => councilCode ?? []) } },
      select: { code: true, name: true },
    });
    const nameOf = (schoolId: string | null, code: string | null) =>
      schools.find((school) => school.id === schoolId)?.name ??
      `${councils.find((council) => council.code === code)?.name ?? code} (council)`;
    return interests.map(({ id, schoolId, councilCode, nature, declaredAt }) => ({
      id,
      in: nameOf(schoolId, councilCode),
      nature,
      declaredAt,
    }));
  });
}
