import { system } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { hashToken } from "./find-session.server";

/** Who a set-password link is for; null where it is unknown, used or expired, or the person was deactivated. */
export async function findSetPasswordLink({
  token,
  now,
}: {
  token: string;
  now: Date;
}): Promise<{ name: string; email: string; expiresAt: Date } | null> {
  const link = await asActor(system("set-password"), (tx) =>
    tx.setPasswordLink.findUnique({
      where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now }, person: { active: true } },
      select: { expiresAt: true, person: { select: { name: true, email: true } } },
    }),
  );
  return link && { ...link.person, expiresAt: link.expiresAt };
}
