import { confirmStep, proposeStep } from "~/escalation/propose-step.server";
import { recordRepresentations } from "~/escalation/record-representations.server";
import type { PersonActor } from "~/platform/actor";
import { system } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { addDays, inLondon } from "./london-time";

const NOTICE_DAYS = 14;
const ANSWER =
  "The school had no headteacher in the spring. The new headteacher began in September and has read the draft. With us they are rewriting the actions and the targets. The governors meet on both this month, and we submit the plan in the week after.";

/** The councils that still owe a plan of this programme on a day, in the order of their codes. */
const listLateCouncils = (programmeId: string, today: string): Promise<string[]> =>
  asActor(system("scenarios"), async (tx) => {
    const owed = { in: ["identified", "challenged", "drafting", "returned"] };
    const late = await tx.schoolCase.groupBy({
      by: ["councilCode"],
      where: { programmeId, planState: owed, dueOn: { lt: dateColumn(today) } },
      orderBy: { councilCode: "asc" },
    });
    return late.map(({ councilCode }) => councilCode);
  });

type Proposal = { proposer: PersonActor; programmeId: string; councilCode: string; on: string; noticeDays: number };

/** A step that an admin proposes because a plan is late: on a day ("2026-05-08"), with days for the council to answer. */
export const proposedStep = ({ proposer, programmeId, councilCode, on, noticeDays }: Proposal): Promise<void> =>
  proposeStep({
    actor: proposer,
    programmeId,
    councilCode,
    reason: "A plan of this council has been overdue for longer than the programme’s days of grace.",
    noticeEndsOn: addDays(on, noticeDays),
    now: inLondon(on, "10:40"),
  });

type Escalations = {
  programmeId: string;
  /** One proposes, the other confirms. */
  admins: readonly [PersonActor, PersonActor];
  /** The council whose adviser the demonstration has. */
  advised: string;
  /** The first proposal's day, "2026-05-08", later than every grace period. */
  from: string;
};

/**
 * What the Department did about councils that did not act: the advised council was raised step by step until an adviser
 * was appointed, and a second council stands at concern.
 */
export async function escalatedCouncils({ programmeId, admins, advised, from }: Escalations): Promise<void> {
  const [proposer, confirmer] = admins;
  const late = await listLateCouncils(programmeId, from);
  const raise = async (councilCode: string, steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      const on = addDays(from, step * (NOTICE_DAYS + 3));
      await proposedStep({ proposer, programmeId, councilCode, on, noticeDays: NOTICE_DAYS });
      const now = inLondon(addDays(on, NOTICE_DAYS + 1), "15:10");
      await confirmStep({ actor: confirmer, programmeId, councilCode, now });
    }
  };
  if (late.includes(advised)) await raise(advised, 3);
  const second = late.find((code) => code !== advised);
  if (second) await raise(second, 1);
}

type Lately = Pick<Escalations, "programmeId" | "advised"> & {
  proposer: PersonActor;
  leadOf: (councilCode: string) => PersonActor | undefined;
  today: string;
};

/**
 * What the Department proposed in the last two weeks: a further step against the council at concern, whose notice is
 * open, and a first one against another, which has answered and whose notice has ended.
 */
export async function stepsProposedLately({ programmeId, advised, proposer, leadOf, today }: Lately): Promise<void> {
  const [second, third] = (await listLateCouncils(programmeId, today)).filter((code) => code !== advised);
  const asked = { proposer, programmeId };
  if (second) await proposedStep({ ...asked, councilCode: second, on: addDays(today, -4), noticeDays: NOTICE_DAYS });
  const lead = third && leadOf(third);
  if (!lead) return;
  await proposedStep({ ...asked, councilCode: third, on: addDays(today, -14), noticeDays: NOTICE_DAYS - 2 });
  const where = { programmeId_councilCode: { programmeId, councilCode: third } };
  const { id } = await asActor(lead, (tx) => tx.councilEscalation.findUniqueOrThrow({ where, select: { id: true } }));
  await recordRepresentations({
    actor: lead,
    escalationId: id,
    representations: ANSWER,
    now: inLondon(addDays(today, -6), "16:20"),
  });
}
