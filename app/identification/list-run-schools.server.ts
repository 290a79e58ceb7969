import type { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { RUN_SCHOOLS_PAGE, type RunSchoolList, type RunSchoolsQuery } from "./run-schools-filter";

export type RunSchoolItem = {
  schoolId: string;
  name: string;
  urn: string | null;
  laestab: string;
  council: string;
  councilCode: string;
  flagged: boolean;
  firstConcern: boolean;
  boundary: boolean;
  eligible: boolean;
  /** The result of each year of the rule: a value in percentage points, or the code that stands in its place. */
  values: Record<string, string>;
  codes: Record<string, string>;
  sentence: string;
};

const conditions: Record<RunSchoolList, Prisma.RunSchoolWhereInput> = {
  flagged: { flagged: true },
  firstConcern: { firstConcern: true },
  boundary: { boundary: true },
  notFlagged: { eligible: true, flagged: false },
  notEligible: { eligible: false },
};

type Asked = { actor: Actor; runId: string } & RunSchoolsQuery;

/** Schools of a run with their results and the sentence that says why; `take` none for all of them. For admins. */
export async function listRunSchools(
  { actor, runId, list, council, page }: Asked,
  take: number | null = RUN_SCHOOLS_PAGE,
): Promise<{ schools: RunSchoolItem[]; total: number; councils: { code: string; name: string }[] }> {
  return asActor(actor, async (tx) => {
    const where = { runId, ...conditions[list], ...(council && { councilCode: council }) };
    const rows = await tx.runSchool.findMany({
      where,
      include: { school: { select: { name: true, urn: true, laestab: true } } },
      orderBy: [{ councilCode: "asc" }, { school: { name: "asc" } }, { schoolId: "asc" }],
      ...(take !== null && { skip: (page - 1) * take, take }),
    });
    const councils = await tx.$queryRaw<{ code: string; name: string }[]>`
      SELECT c.code, c.name FROM councils c
       WHERE EXISTS (SELECT FROM run_schools r WHERE r.run_id = ${runId}::uuid AND r.council_code = c.code)
       ORDER BY c.name, c.code`;
    const names = new Map(councils.map(({ code, name }) => [code, name]));
    return {
      schools: rows.map(({ school, values: kept, councilCode, ...row }) => {
        const { schoolId, flagged, firstConcern, boundary, eligible, sentence } = row;
        const { values, codes } = kept as Pick<RunSchoolItem, "values" | "codes">;
        const found = { schoolId, flagged, firstConcern, boundary, eligible, sentence, values, codes };
        return { ...school, ...found, councilCode, council: names.get(councilCode) ?? councilCode };
      }),
      total: await tx.runSchool.count({ where }),
      councils,
    };
  });
}
