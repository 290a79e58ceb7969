import { Prisma } from "~/generated/prisma/client";

/**
 * The schools that a run flags (`flagged_id`), each with itself at step 0 and the schools it continues at the steps
 * before (`id`): what `WITH RECURSIVE` begins with. A school that converted since its case was opened is found through it.
 */
export const flaggedLine = (runId: string) => Prisma.sql`
  line AS (
    SELECT school_id AS flagged_id, school_id AS id, 0 AS step FROM run_schools WHERE run_id = ${runId}::uuid AND flagged
    UNION ALL
    SELECT line.flagged_id, s.predecessor_id, line.step + 1 FROM line JOIN schools s ON s.id = line.id
     WHERE s.predecessor_id IS NOT NULL AND line.step < 20)`;
