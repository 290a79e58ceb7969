import type pg from "pg";
import type { FloorRule } from "./floor-rule";
import { ruleParameters, ruleTables, toldTables } from "./rule-tables";

/** What the rule says of one school that goes on: the same as a Verdict of applyFloorRule, by the school's id. */
export type Flagged = {
  schoolId: string;
  councilCode: string;
  inScope: boolean;
  eligible: boolean;
  flagged: boolean;
  firstConcern: boolean;
  /** Highest published value of the rule's years minus the floor, as a decimal; null where the school is not eligible. */
  margin: string | null;
  boundary: boolean;
};

/** Applies a rule to the stored results in one statement: every school that goes on and has a result of these years. */
export async function flagSchools(client: pg.ClientBase, rule: FloorRule): Promise<Flagged[]> {
  const { rows } = await client.query<Flagged>(
    `WITH RECURSIVE ${ruleTables}
     SELECT school_id AS "schoolId", council_code AS "councilCode", in_scope AS "inScope", eligible, flagged,
            first_concern AS "firstConcern", trim_scale(margin)::text AS margin, boundary
       FROM verdicts`,
    ruleParameters(rule),
  );
  return rows;
}

/** What a rule says of single schools, with the result of each year and the sentence, by the school's id. */
export type Explained = {
  schoolId: string;
  values: Record<string, string>;
  codes: Record<string, string>;
  sentence: string;
};

export async function explainSchools(
  client: pg.ClientBase,
  rule: FloorRule,
  schoolIds: readonly string[],
): Promise<Map<string, Explained>> {
  const { rows } = await client.query<Explained>(
    `WITH RECURSIVE ${ruleTables}, wanted AS (SELECT unnest($11::uuid[]) AS school_id), ${toldTables}
     SELECT school_id AS "schoolId", kept -> 'values' AS "values", kept -> 'codes' AS codes, sentence FROM explained`,
    [...ruleParameters(rule), schoolIds],
  );
  return new Map(rows.map((row) => [row.schoolId, row]));
}
