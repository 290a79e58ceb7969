import { withClient } from "../../app/platform/embedded/connect";

// The demonstration's own councils: set-up adds others, with a programme for the tests to take.
const own = "BETWEEN '001' AND '012'";

// Everything but the ids that are drawn at random, and the hashes and keys that hold them.
const queries = {
  cases: `SELECT p.name, s.laestab, c.plan_state, c.deadline_state, c.due_on::text, c.first_due_on::text,
            c.submitted_on::text, c.revision_number, c.event_count, r.email AS reviewer
            FROM school_cases c JOIN programmes p ON p.id = c.programme_id JOIN schools s ON s.id = c.school_id
            LEFT JOIN people r ON r.id = c.reviewer_id WHERE c.council_code ${own}`,
  events: `SELECT s.laestab, e.council_code, e.sequence, e.type, e.at, e.actor_role, a.email, w.words
             FROM events e LEFT JOIN school_cases c ON c.id = e.case_id LEFT JOIN schools s ON s.id = c.school_id
             LEFT JOIN people a ON a.id = e.actor_id LEFT JOIN event_words w ON w.event_id = e.id
            WHERE e.council_code ${own}`,
  schools: `SELECT laestab, urn, name, council_code, open, town, postcode, easting, northing
              FROM schools WHERE council_code ${own}`,
  results: `SELECT s.laestab, r.measure, r.year, r.value, r.code, r.pupils
              FROM results r JOIN schools s ON s.id = r.school_id WHERE s.council_code ${own}`,
  people: `SELECT p.email, p.name, p.active, g.role, g.council_code, s.laestab
             FROM people p JOIN role_grants g ON g.person_id = p.id LEFT JOIN schools s ON s.id = g.school_id
            WHERE g.council_code ${own}`,
  escalations: `SELECT council_code, level, step FROM council_escalations WHERE council_code ${own}`,
  notices: `SELECT council_code, title, body, created_at,
              (SELECT count(*)::int FROM notice_readings r WHERE r.notice_id = n.id) AS readings
              FROM notices n WHERE council_code ${own}`,
  sections: `SELECT s.laestab, x.key, x.content, x.complete FROM plan_sections x JOIN school_cases c ON c.plan_id = x.plan_id
               JOIN schools s ON s.id = c.school_id WHERE s.council_code ${own}`,
  actions: `SELECT s.laestab, x.position, x.kind, x.what, x.who, x.starts_on::text, x.ends_on::text, x.cost_pence::text
              FROM plan_actions x JOIN school_cases c ON c.plan_id = x.plan_id JOIN schools s ON s.id = c.school_id
             WHERE s.council_code ${own}`,
};
// A section's text names what it cites by ids too.
const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Told = Record<keyof typeof queries, Record<string, unknown>[]>;

/** All that a database tells of the demonstration, in an order that does not depend on ids. */
export const tellDemonstration = (url: string): Promise<Told> =>
  withClient(url, async (client) => {
    await client.query("set role action_plans_system");
    const told: Partial<Told> = {};
    for (const what of Object.keys(queries) as (keyof Told)[]) {
      const { rows } = await client.query<Record<string, unknown>>(queries[what]);
      const keys = rows.map((row) => JSON.stringify(row).replaceAll(id, "an id")).sort();
      told[what] = keys.map((key) => JSON.parse(key) as Record<string, unknown>);
    }
    return told as Told;
  });
