import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { findHeadedSchool } from "./find-headed-school.server";

export type InvitedHeads = {
  school: string;
  heads: {
    grantId: string;
    name: string;
    email: string;
    since: Date;
    lastSignedInAt: Date | null;
    linkUntil: Date | null;
  }[];
};

/** Who reads a flagged school of the lead's council as its headteacher, and until when a link of theirs works. */
export async function listHeads(asked: { actor: PersonActor; caseId: string; now: Date }): Promise<InvitedHeads> {
  return asActor(asked.actor, async (tx) => {
    const { schoolId, school } = await findHeadedSchool(tx, asked);
    const grants = await tx.roleGrant.findMany({
      where: { schoolId, role: "headteacher", revokedAt: null },
      orderBy: { grantedAt: "asc" },
      select: {
        id: true,
        grantedAt: true,
        person: { select: { id: true, name: true, email: true, lastSignedInAt: true } },
      },
    });
    const links = await tx.setPasswordLink.groupBy({
      by: ["personId"],
      where: { personId: { in: grants.map(({ person }) => person.id) }, usedAt: null, expiresAt: { gt: asked.now } },
      _max: { expiresAt: true },
    });
    return {
      school,
      heads: grants.map(({ id: grantId, grantedAt: since, person: { id, ...person } }) => ({
        ...person,
        ...{ grantId, since, linkUntil: links.find(({ personId }) => personId === id)?._max.expiresAt ?? null },
      })),
    };
  });
}
