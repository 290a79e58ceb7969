import type pg from "pg";
import type { FloorRule } from "./floor-rule";
import { planForAll, ruleParameters, ruleTables, toldTables } from "./rule-tables";

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

type Row = [schoolId: string, councilCode: string, outcome: number, margin: string | null];

/** Applies a rule to the stored results in one statement: every school that goes on and has a result of these years. */
export async function flagSchools(client: pg.ClientBase, rule: FloorRule): Promise<Flagged[]> {
  await client.query(planForAll);
  // The answers of a country are sent as bits of one number: they take longer on the way than to be worked out.
  const { rows } = await client.query<Row>({
    rowMode: "array",
    text: `WITH RECURSIVE ${ruleTables}
      SELECT school_id, council_code,
             in_scope::int + eligible::int * 2 + flagged::int * 4 + first_concern::int * 8 + boundary::int * 16,
             trim_scale(margin)::text
        FROM verdicts`,
    values: ruleParameters(rule),
  });
  return rows.map(([schoolId, councilCode, outcome, margin]) => ({
    schoolId,
    councilCode,
    inScope: (outcome & 1) > 0,
    eligible: (outcome & 2) > 0,
    flagged: (outcome & 4) > 0,
    firstConcern: (outcome & 8) > 0,
    margin,
    boundary: (outcome & 16) > 0,
  }));
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
  await client.query(planForAll);
  const { rows } = await client.query<Explained>(
    `WITH RECURSIVE ${ruleTables}, wanted AS (SELECT unnest($11::uuid[]) AS school_id), ${toldTables}
     SELECT school_id AS "schoolId", kept -> 'values' AS "values", kept -> 'codes' AS codes, sentence FROM explained`,
    [...ruleParameters(rule), schoolIds],
  );
  return new Map(rows.map((row) => [row.schoolId, row]));
}
