import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { findNoticesSince } from "./find-notices-since.server";

/** Counting stops here: past it the menu says "99+", so that no page pays for an exact number. */
const MOST_COUNTED = 100;

/** How many notices of this person's are not read yet, 100 at most; the database's policy decides which are theirs. */
export async function countUnreadNotices({ actor, now }: { actor: PersonActor; now: Date }): Promise<number> {
  return asActor(actor, async (tx) => {
    const unread = await tx.notice.findMany({
      where: {
        createdAt: { gte: await findNoticesSince(tx, { actor, now }) },
        readings: { none: { personId: actor.personId } },
      },
      take: MOST_COUNTED,
      select: { id: true },
    });
    return unread.length;
  });
}
