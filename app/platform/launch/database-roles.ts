import type pg from "pg";
import { CannotStart } from "./cannot-start";

// They carry row-level security: without them nobody's data would be kept from anybody.
const ROLES = ["action_plans_connection", "action_plans_person", "action_plans_guest", "action_plans_system"];

type Standing = { name: string; exists: boolean; usable: boolean; obtainable: boolean };

/**
 * How the connection's user stands to the roles: it must be able to act as each, and inherit what each may do, since a
 * migration changes rows that row-level security keeps from the tables' own owner. From PostgreSQL 16 on these are two
 * things, and who makes a role may grant it to themselves; before, CREATEROLE grants any role that is no superuser.
 */
async function readStanding(client: pg.ClientBase): Promise<{ separate: boolean; roles: Standing[] }> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const separate = (rows[0]?.version ?? 0) >= 160000;
  const may = (what: string) => `coalesce(pg_has_role(current_user, r.oid, '${what}'), false)`;
  const { rows: roles } = await client.query<Standing>(
    `select w.name, r.oid is not null as exists,
            ${may("usage")} and ${may(separate ? "set" : "member")} as usable,
            u.rolsuper or (u.rolcreaterole and r.oid is null)
              or ${separate ? may("member with admin option") : "u.rolcreaterole"} as obtainable
       from unnest($1::text[]) as w (name) left join pg_roles r on r.rolname = w.name
       cross join (select rolsuper, rolcreaterole from pg_roles where rolname = current_user) u
      order by w.name`,
    [ROLES],
  );
  return { separate, roles };
}

/** Refuses a user who can neither act as the service's roles nor make or grant them; one sentence that says what to do. */
export async function checkRoles(client: pg.ClientBase): Promise<void> {
  const barred = (await readStanding(client)).roles.filter(({ usable, obtainable }) => !usable && !obtainable);
  if (barred.length === 0) return;
  const names = barred.map(({ name }) => name).join(", ");
  throw new CannotStart(
    barred.every(({ exists }) => exists)
      ? `The user in DATABASE_URL may not act as the roles ${names}, which somebody else made: have an admin of PostgreSQL grant them to it.`
      : `The user in DATABASE_URL may not make the roles ${names}: give it CREATEROLE, or make them and grant them to it.`,
  );
}

/** Makes the roles that are missing, and lets the connection's user act as each. Throws CannotStart where it may not. */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  await checkRoles(client);
  for (const { name, exists } of (await readStanding(client)).roles)
    if (!exists)
      // Roles belong to the whole server: another database's migration may be making the same one now.
      await client.query(
        `do $$ begin create role ${name} nologin nobypassrls noinherit;
         exception when duplicate_object or unique_violation then null; end $$`,
      );
  const { separate, roles } = await readStanding(client);
  for (const { name, usable } of roles)
    if (!usable) await client.query(`grant ${name} to current_user${separate ? " with inherit true, set true" : ""}`);
}
