import { createHash } from "node:crypto";
import type { HeldRole, PersonActor, RoleName } from "~/platform/actor";
import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { sessionLength } from "./cookies.server";

/** Sessions are kept by the hash of their token, so that who reads the table cannot sign in with it. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

type Row = {
  person_id: string;
  name: string;
  email: string;
  last_seen_at: Date;
  roles: { role: RoleName; councilCode: string | null; schoolId: string | null }[];
};

/** The person whose session this token opens, with the roles in force now; null where it is unknown, ended or the person was deactivated. */
export async function findSession({
  token,
  now,
}: {
  token: string;
  now: Date;
}): Promise<{ actor: PersonActor; tokenHash: string } | null> {
  const tokenHash = hashToken(token);
  const idleSince = new Date(now.getTime() - sessionLength.idleMinutes * 60_000);
  return asActor(system("find-session"), async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s.person_id, p.name, p.email, s.last_seen_at,
        coalesce((SELECT json_agg(json_build_object('role', g.role, 'councilCode', g.council_code, 'schoolId', g.school_id) ORDER BY g.granted_at, g.role)
                  FROM role_grants g WHERE g.person_id = p.id AND g.revoked_at IS NULL), '[]') AS roles
      FROM sessions s JOIN people p ON p.id = s.person_id
      WHERE s.token_hash = ${tokenHash} AND p.active AND s.expires_at > ${now} AND s.last_seen_at > ${idleSince}`;
    const row = rows[0];
    if (!row) return null;
    // Written at most once a minute: a page view costs a read, not a write.
    if (now.getTime() - row.last_seen_at.getTime() > 60_000)
      await tx.session.update({ where: { tokenHash }, data: { lastSeenAt: now } });
    const roles: HeldRole[] = row.roles;
    return { actor: { kind: "person", personId: row.person_id, name: row.name, email: row.email, roles }, tokenHash };
  });
}
