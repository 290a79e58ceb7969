import { Prisma } from "~/generated/prisma/client";

/**
 * The schools whose results could go on at a later one, by what says so: a link whose order is known, the predecessor that
 * a results file gave, and several schools of results files that name the same successor. Of those a file has said nothing
 * clear, and no other file anything, so that each waits like a link of which nobody has decided.
 */
export const historyCandidates = Prisma.sql`
  SELECT l.to_id AS school_id, l.from_id, l.continues, l.established_on, l.decided_by_id,
         coalesce((SELECT filename FROM results_files WHERE id = l.file_id),
                  CASE WHEN l.continues THEN 'An earlier record' ELSE 'A case that moved to the later school' END) AS said_by
    FROM school_links l WHERE l.in_order
  UNION ALL
  SELECT s.id, s.predecessor_id, true, NULL, NULL, 'A results file'
    FROM schools s
   WHERE s.predecessor_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM school_links l WHERE (l.from_id, l.to_id) IN ((s.predecessor_id, s.id), (s.id, s.predecessor_id)))
  UNION ALL
  SELECT later.id, earlier.id, NULL, NULL, NULL, 'A results file'
    FROM (SELECT id, successor_urn, count(*) OVER (PARTITION BY successor_urn) AS several
            FROM schools WHERE successor_urn IS NOT NULL) earlier
    JOIN schools later ON later.urn = earlier.successor_urn
   WHERE earlier.several > 1 AND later.id <> earlier.id AND later.predecessor_id IS NULL
     AND NOT EXISTS (SELECT FROM school_links l WHERE l.in_order AND l.to_id = later.id
                        OR (l.from_id, l.to_id) = (later.id, earlier.id))`;
