import type { Event } from "~/generated/prisma/client";
import { isoDate } from "~/platform/dates";
import type { Tx } from "~/platform/db.server";
import { describeWanted } from "~/support/describe-wanted";
import { formatDate } from "~/ui/format-date";
import type { NoticeWords } from "./notice-of-event";

type Told = { link: string; notices: NoticeWords[] };

const idOf = (chain: string) => chain.slice(chain.indexOf(":") + 1);
const payloadOf = (event: Event) => event.payload as Record<string, unknown>;

async function ofSchool(tx: Tx, event: Event): Promise<Told> {
  const id = idOf(event.chain);
  const { school, council } = await tx.supportSchool.findUniqueOrThrow({
    where: { id },
    select: { school: { select: { name: true } }, council: { select: { name: true } } },
  });
  const { name } = school;
  const payload = payloadOf(event);
  const told: Record<string, () => NoticeWords[]> = {
    PROPOSE_SUPPORT_SCHOOL: () => [
      {
        audience: "admins",
        title: `Support school proposed by ${council.name}`,
        body: `${name} waits for a decision. Accredit it for a term, or refuse it with a reason.`,
      },
    ],
    ACCREDIT_SUPPORT_SCHOOL: () => [
      {
        audience: "council",
        title: `Support school accredited: ${name}`,
        body: `It is accredited from ${formatDate(String(payload.termFrom))} to ${formatDate(String(payload.termTo))}. Every council can now find it and ask for support.`,
      },
    ],
    REFUSE_SUPPORT_SCHOOL: () => [
      {
        audience: "council",
        title: `Support school refused: ${name}`,
        body: "The Department has refused the proposal. The school’s page holds the reason.",
      },
    ],
    END_SUPPORT_SCHOOL: () =>
      (["council", "admins"] as const).map((audience) => ({
        audience,
        title: `Accreditation ended: ${name}`,
        body: `No council can ask the school for support any more. The school’s page holds the reason.`,
      })),
  };
  return { link: `/support/${id}`, notices: told[event.type]?.() ?? [] };
}

async function ofRequest(tx: Tx, event: Event): Promise<Told> {
  const id = idOf(event.chain);
  const row = await tx.supportRequest.findUniqueOrThrow({
    where: { id },
    include: {
      school: { select: { name: true } },
      supportSchool: { select: { school: { select: { name: true } } } },
    },
  });
  const asking = await tx.council.findUnique({ where: { code: row.askingCode }, select: { name: true } });
  const support = row.supportSchool.school.name;
  const sides = payloadOf(event).sides;
  const wanted = describeWanted({ ...row, days: row.days && Number(row.days) });
  const dates = `from ${formatDate(isoDate(row.startsOn))} to ${formatDate(isoDate(row.endsOn))}`;
  const to = (councilCode: string, title: string, body: string): NoticeWords[] => [
    { audience: "council", councilCode, title, body },
  ];
  const told: Record<string, () => NoticeWords[]> = {
    ASK_FOR_SUPPORT: () =>
      to(
        row.supportingCode,
        `Support asked for: ${support}`,
        `${asking?.name ?? "A council"} asks for ${wanted} for ${row.school.name}, ${dates}. Accept the request, or decline it with a reason.`,
      ),
    ACCEPT_REQUEST: () =>
      to(row.askingCode, `Support accepted: ${support}`, `It gives ${row.school.name} ${wanted}, ${dates}.`),
    DECLINE_REQUEST: () =>
      to(
        row.askingCode,
        `Support declined: ${support}`,
        `The request for ${row.school.name} was declined. Its page holds the reason.`,
      ),
    WITHDRAW_REQUEST: () =>
      to(
        row.supportingCode,
        `Request withdrawn: ${support}`,
        `${asking?.name ?? "A council"} has withdrawn its request for ${row.school.name}.`,
      ),
    END_SUPPORT: () =>
      to(
        Array.isArray(sides) && sides.includes("supporting") ? row.askingCode : row.supportingCode,
        `Support ended: ${support}`,
        `The support for ${row.school.name} has ended. Its page holds the reason.`,
      ),
  };
  return { link: `/support/requests/${id}`, notices: told[event.type]?.() ?? [] };
}

/** The notices of what happened to a support school or a request, with the address of its page. */
export const noticesOfSupport = (tx: Tx, event: Event): Promise<Told> =>
  event.chain.startsWith("support-school:") ? ofSchool(tx, event) : ofRequest(tx, event);
