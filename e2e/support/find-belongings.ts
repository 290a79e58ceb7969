import { system } from "../../app/platform/actor";
import { asActor } from "../../app/platform/db.server";
import { withClient } from "../../app/platform/embedded/connect";
import type { TakenCouncil } from "./take-council";
import { world } from "./world";

/**
 * Ids of all that belongs to a council, by the names that addresses give them; of its case with this plan. Programmes,
 * runs and files belong to no council.
 */
export async function findBelongings(council: TakenCouncil, planId: string): Promise<Record<string, string>> {
  return asActor(system("e2e"), async (tx) => {
    const of = { where: { planId } };
    const found = await tx.schoolCase.findFirstOrThrow(of);
    const grant = { where: { personId: council.officer.personId } };
    return {
      planId,
      code: council.code,
      section: "position",
      caseId: found.id,
      schoolId: found.schoolId,
      personId: council.officer.personId,
      actionId: (await tx.planAction.findFirstOrThrow(of)).id,
      evidenceId: (await tx.evidence.findFirstOrThrow(of)).id,
      revisionId: (await tx.revision.findFirstOrThrow(of)).id,
      grantId: (await tx.roleGrant.findFirstOrThrow(grant)).id,
      escalationId: (await tx.councilEscalation.findFirstOrThrow({ where: { councilCode: council.code } })).id,
    };
  });
}

/** A fingerprint of everything that is stored of a council, its people and its schools. */
export const fingerprintCouncil = (code: string): Promise<string> =>
  withClient(world().databaseUrl, async (client) => {
    await client.query("set role action_plans_system");
    const cases = "SELECT id FROM school_cases WHERE council_code = $1";
    const plans = `SELECT plan_id FROM school_cases WHERE council_code = $1`;
    const people = "SELECT person_id FROM role_grants WHERE council_code = $1";
    const rows = [
      "SELECT t::text FROM school_cases t WHERE council_code = $1",
      "SELECT t::text FROM events t WHERE council_code = $1",
      "SELECT t::text FROM council_escalations t WHERE council_code = $1",
      "SELECT t::text FROM role_grants t WHERE council_code = $1",
      `SELECT (p.id, p.active, p.password_hash, p.version)::text FROM people p WHERE id IN (${people})`,
      `SELECT t::text FROM set_password_links t WHERE person_id IN (${people})`,
      ...["plan_sections", "plan_actions", "plan_contributors", "headteacher_replies", "revisions"].map(
        (table) => `SELECT t::text FROM ${table} t WHERE plan_id IN (${plans})`,
      ),
      ...["challenges", "extension_requests", "progress_entries", "head_tellings"].map(
        (table) => `SELECT t::text FROM ${table} t WHERE case_id IN (${cases})`,
      ),
      `SELECT (t.id, t.description, t.removed_at)::text FROM evidence t WHERE plan_id IN (${plans})`,
      `SELECT t::text FROM advice t WHERE revision_id IN (SELECT id FROM revisions WHERE plan_id IN (${plans}))`,
    ];
    const all = rows.map((query) => `(${query})`).join(" UNION ALL ");
    const { rows: found } = await client.query<{ fingerprint: string; rows: number }>(
      `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) AS fingerprint, count(*)::int AS rows FROM (${all}) t (line)`,
      [code],
    );
    return `${found[0]?.rows} rows, ${found[0]?.fingerprint}`;
  });
