import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { applyFloorRule } from "./apply-floor-rule";
import type { FloorRule } from "./floor-rule";
import { loadSchoolSeries } from "./load-school-series.server";

/** What a rule gives on the stored results, in the shape that the command line prints. */
export type Identified = {
  /** Open, state-funded mainstream schools with enough published years. */
  eligible: number;
  flagged: {
    urn: string | null;
    laestab: string | null;
    council: string;
    name: string;
    values: Record<number, number>;
  }[];
  /** Years without a published value, of schools that the rule looks at; a blank is "". */
  gaps: { urn: string | null; laestab: string | null; year: number; code: string }[];
  councils: { code: string; name: string; eligible: number; flagged: number; proportion: number }[];
};

/** Applies a rule to the stored results and stores nothing. */
export async function identifyStored(rule: FloorRule): Promise<Identified> {
  return asActorInBulk(system("identify"), async (client) => {
    const schools = await loadSchoolSeries(client, rule);
    const { rows } = await client.query<{ code: string; name: string }>("SELECT code, name FROM councils");
    const names = new Map(rows.map(({ code, name }) => [code, name]));
    const outcome = applyFloorRule(schools, rule);
    return {
      eligible: outcome.eligible,
      flagged: outcome.verdicts
        .filter(({ flagged }) => flagged)
        .map(({ school: { urn, laestab, councilCode, name }, values }) => ({
          urn,
          laestab,
          council: councilCode,
          name,
          values: Object.fromEntries(Object.entries(values).map(([year, value]) => [year, Number(value)])),
        })),
      gaps: outcome.gaps,
      councils: outcome.councils.map(({ code, ...counts }) => ({ code, name: names.get(code) ?? code, ...counts })),
    };
  });
}
