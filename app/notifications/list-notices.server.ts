import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { findNoticesSince } from "./find-notices-since.server";

export type NoticeItem = { id: string; title: string; body: string; link: string; createdAt: string; read: boolean };
export type Notices = { notices: NoticeItem[]; unread: number; pages: number };

const PAGE_SIZE = 20;

type Row = Omit<NoticeItem, "createdAt"> & { createdAt: Date };

/** One page (from 1) of the recent notices that are for this person: those not read yet first, then the newest. */
export async function listNotices({
  actor,
  page,
  now,
}: {
  actor: PersonActor;
  page: number;
  now: Date;
}): Promise<Notices> {
  return asActor(actor, async (tx) => {
    const since = await findNoticesSince(tx, { actor, now });
    // The database's policy decides which notices are theirs.
    const [counted] = await tx.$queryRaw<{ total: number; unread: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE r.notice_id IS NULL)::int AS unread
      FROM notices n LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.person_id = ${actor.personId}::uuid
      WHERE n.created_at >= ${since}`;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT n.id, n.title, n.body, n.link, n.created_at AS "createdAt", r.notice_id IS NOT NULL AS read
      FROM notices n LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.person_id = ${actor.personId}::uuid
      WHERE n.created_at >= ${since}
      ORDER BY read, n.created_at DESC, n.id
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const { total = 0, unread = 0 } = counted ?? {};
    return {
      notices: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
      unread,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  });
}
