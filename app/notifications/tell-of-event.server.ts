import type { LoggedEscalationEvent } from "~/escalation/describe-escalation-event";
import type { Event } from "~/generated/prisma/client";
import { system } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { noticeOfEscalation } from "./notice-of-escalation";
import { noticesOf, type NoticeWords } from "./notice-of-event";
import { noticesOfSupport } from "./notice-of-support.server";

// One notice for all the schools of a plan, and one for a council whose cohort's date changed: of the events that one
// decision wrote, which share their instant, the first by case speaks for all.
const perPlan = [
  "SUBMIT_PLAN",
  "WITHDRAW_SUBMISSION",
  "RETURN_PLAN",
  "APPROVE_PLAN",
  "CONFIRM_APPROVAL",
  "REFUSE_APPROVAL",
  "HAND_OVER_REVIEW",
  "REOPEN_PLAN",
];

async function casesReached(tx: Tx, event: Event, planId: string | null): Promise<string[]> {
  const sameMoment = { type: event.type, at: event.at, programmeId: event.programmeId };
  if (event.type === "DEADLINE_SET") {
    const rows = await tx.event.findMany({
      where: { ...sameMoment, councilCode: event.councilCode },
      select: { caseId: true },
    });
    return rows.flatMap(({ caseId }) => caseId ?? []).sort();
  }
  if (!perPlan.includes(event.type) || !planId) return event.caseId ? [event.caseId] : [];
  const cases = await tx.schoolCase.findMany({ where: { planId }, select: { id: true } });
  const rows = await tx.event.findMany({
    where: { ...sameMoment, caseId: { in: cases.map(({ id }) => id) } },
    select: { caseId: true },
  });
  return rows.flatMap(({ caseId }) => caseId ?? []).sort();
}

const write = (tx: Tx, event: Event, link: string, notices: readonly NoticeWords[]) =>
  tx.notice.createMany({
    data: notices.map(({ audience, personId, councilCode, title, body }) => ({
      dedupeKey: `event:${event.id}:${audience}`,
      audience,
      personId: personId ?? null,
      councilCode: audience === "council" ? (councilCode ?? event.councilCode) : null,
      title,
      body,
      link,
      createdAt: event.at,
    })),
    skipDuplicates: true,
  });

async function tellOfEscalation(tx: Tx, event: Event): Promise<void> {
  const council = await tx.council.findUnique({ where: { code: event.councilCode ?? "" }, select: { name: true } });
  const told = { ...(event as unknown as LoggedEscalationEvent), councilName: council?.name ?? "a council" };
  const notice = noticeOfEscalation(told);
  if (notice) await write(tx, event, `/escalations/${event.chain.replace("escalation:", "")}`, [notice]);
}

/**
 * Writes the notices of one event for those whom it concerns. May run again: a notice's key is the event and its
 * audience, so that each is told once.
 */
export async function tellOfEvent({ eventId }: { eventId: string }): Promise<void> {
  await asActor(system("tell-of-event"), async (tx) => {
    const event = await tx.event.findUnique({ where: { id: eventId } });
    if (event?.chain.startsWith("escalation:")) return tellOfEscalation(tx, event);
    if (event?.chain.startsWith("support-")) {
      const { link, notices } = await noticesOfSupport(tx, event);
      return void (await write(tx, event, link, notices));
    }
    if (!event?.caseId) return;
    const told = await tx.schoolCase.findUniqueOrThrow({
      where: { id: event.caseId },
      select: {
        planId: true,
        reviewerId: true,
        school: { select: { name: true } },
        council: { select: { name: true } },
      },
    });
    const reached = await casesReached(tx, event, told.planId);
    if (reached[0] !== event.caseId) return;
    const notices = noticesOf({
      type: event.type,
      payload: event.payload as Record<string, unknown>,
      after: event.after as { plan?: string },
      schoolName: told.school.name,
      councilName: told.council.name,
      reviewerId: told.reviewerId,
      reached: reached.length,
    });
    await write(tx, event, `/cases/${event.caseId}`, notices);
  });
}
