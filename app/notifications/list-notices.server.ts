import type { PersonActor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { findNoticesSince } from "./find-notices-since.server";
import { noteHeadOpening, noteOpening } from "./note-opening.server";

export type NoticeItem = { id: string; title: string; body: string; link: string; createdAt: string; read: boolean };
export type Notices = { notices: NoticeItem[]; unread: number; pages: number };

const PAGE_SIZE = 20;

type Row = Omit<NoticeItem, "createdAt"> & {
  createdAt: Date;
  dedupeKey: string;
  councilCode: string | null;
  schoolId: string | null;
};

// A notice of a publication names its run in its key ("publication:…", "head:…"). Its whole text stands in the list.
async function noteOpenings(tx: Tx, rows: readonly Row[], { actor, now }: { actor: PersonActor; now: Date }) {
  const ofPublication = rows.filter(({ dedupeKey }) => /^(publication|head):/.test(dedupeKey));
  for (const councilCode of new Set(ofPublication.flatMap((row) => row.councilCode ?? []))) {
    const own = ofPublication.filter((row) => row.councilCode === councilCode);
    const runIds = own.map(({ dedupeKey }) => dedupeKey.split(":")[1] ?? "");
    await noteOpening(tx, { actor, runIds, councilCode, now });
  }
  const schoolId = ofPublication.find((row) => row.schoolId)?.schoolId;
  if (schoolId) await noteHeadOpening(tx, { actor, schoolId, now });
}

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
      SELECT n.id, n.title, n.body, n.link, n.created_at AS "createdAt", r.notice_id IS NOT NULL AS read,
             n.dedupe_key AS "dedupeKey", n.council_code AS "councilCode", n.school_id AS "schoolId"
      FROM notices n LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.person_id = ${actor.personId}::uuid
      WHERE n.created_at >= ${since}
      ORDER BY read, n.created_at DESC, n.id
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const { total = 0, unread = 0 } = counted ?? {};
    await noteOpenings(tx, rows, { actor, now });
    return {
      notices: rows.map(({ id, title, body, link, createdAt, read }) => ({
        ...{ id, title, body, link, read },
        createdAt: createdAt.toISOString(),
      })),
      unread,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  });
}
