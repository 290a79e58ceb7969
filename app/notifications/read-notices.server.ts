import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";

/** Marks notices as read by this person; those that are not theirs, or are read already, stay as they are. */
export async function readNotices(asked: { actor: PersonActor; noticeIds: string[]; now: Date }): Promise<void> {
  const { actor, noticeIds, now } = asked;
  await asActor(actor, async (tx) => {
    const theirs = await tx.notice.findMany({ where: { id: { in: noticeIds } }, select: { id: true } });
    await tx.noticeReading.createMany({
      data: theirs.map(({ id }) => ({ noticeId: id, personId: actor.personId, readAt: now })),
      skipDuplicates: true,
    });
  });
}
