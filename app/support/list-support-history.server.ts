import type { HistoryEntry } from "~/audit/get-history.server";
import { nameActor } from "~/audit/name-actor";
import { roleName } from "~/people/navigation";
import type { RoleName } from "~/platform/actor";
import type { Tx } from "~/platform/db.server";
import { formatDate } from "~/ui/format-date";

type Chain = `${"support-school" | "support-request"}:${string}`;
type Payload = Record<string, unknown>;

const sentences: Record<string, (payload: Payload) => string> = {
  PROPOSE_SUPPORT_SCHOOL: () => "Proposed the school as a support school",
  ACCREDIT_SUPPORT_SCHOOL: ({ termFrom, termTo }) =>
    `Accredited the school from ${formatDate(String(termFrom))} to ${formatDate(String(termTo))}`,
  REFUSE_SUPPORT_SCHOOL: () => "Refused the proposal",
  END_SUPPORT_SCHOOL: () => "Ended the accreditation",
  ASK_FOR_SUPPORT: () => "Asked for support",
  ACCEPT_REQUEST: () => "Accepted the request",
  DECLINE_REQUEST: () => "Declined the request",
  WITHDRAW_REQUEST: () => "Withdrew the request",
  END_SUPPORT: () => "Ended the support",
};

/**
 * What happened to a support school or a request, the newest first, as far as the person may read the log. People of the
 * other council are told by their role, since their names are not this council's to know.
 */
export async function listSupportHistory(
  tx: Tx,
  chain: Chain,
  councils: { asking?: string; supporting: string },
): Promise<HistoryEntry[]> {
  const events = await tx.event.findMany({
    where: { chain },
    orderBy: { sequence: "desc" },
    include: { words: { select: { words: true } } },
  });
  const ids = events.flatMap(({ actorId }) => actorId ?? []);
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return events.map(({ id, type, payload: stored, at, actorId, actorRole, words }) => {
    const payload = stored as Payload;
    const name = people.find((person) => person.id === actorId)?.name;
    const side = Array.isArray(payload.sides) && payload.sides.includes("supporting") ? "supporting" : "asking";
    const of = actorRole === "admin" ? "" : ` of ${councils[side] ?? councils.supporting}`;
    return {
      id,
      title: sentences[type]?.(payload) ?? "Recorded an event that this version does not know",
      by: name ? nameActor(name, actorRole) : `${roleName(actorRole as RoleName)}${of}`,
      at: at.toISOString(),
      words: words?.words ?? null,
      moved: null,
      departmentOnly: false,
    };
  });
}
