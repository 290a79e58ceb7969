import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { ChangeRefused } from "./change-refused";
import { findOfficer } from "./get-officer.server";
import { issueLinkTo } from "./issue-set-password-link.server";
import { lockLeads } from "./lock-leads.server";

/**
 * Issues a set-password link to an officer of the lead's council. Throws ChangeRefused for somebody who holds a role
 * elsewhere too, since the link would open that as well; the database refuses it besides.
 */
export async function issueOfficerLink(asked: {
  actor: PersonActor;
  grantId: string;
  now: Date;
}): Promise<{ token: string; expiresAt: Date }> {
  const { actor, now } = asked;
  return asActor(actor, async (tx) => {
    const { personId, name, councilCode } = await findOfficer(tx, asked);
    await lockLeads(tx, { actor, councilCode });
    const [answer] = await tx.$queryRaw<{ manages: boolean }[]>`SELECT app.manages(${personId}::uuid) AS manages`;
    if (!answer?.manages)
      throw new ChangeRefused(
        `No link was issued because ${name} also holds a role outside your council. Ask the Department for a link.`,
      );
    return issueLinkTo(tx, { actor, personId, now });
  });
}
