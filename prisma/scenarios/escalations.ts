import { confirmStep, proposeStep } from "~/escalation/propose-step.server";
import type { PersonActor } from "~/platform/actor";
import { system } from "~/platform/actor";
import { dateColumn } from "~/platform/dates";
import { asActor } from "~/platform/db.server";
import { addDays, inLondon } from "./london-time";

const NOTICE_DAYS = 14;

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
 * was appointed, a second council stands at concern, and a third has been told that a step is proposed.
 */
export async function escalatedCouncils({ programmeId, admins, advised, from }: Escalations): Promise<void> {
  const [proposer, confirmer] = admins;
  const late = await listLateCouncils(programmeId, from);
  const others = late.filter((code) => code !== advised);
  const propose = (councilCode: string, day: string) =>
    proposeStep({
      actor: proposer,
      programmeId,
      councilCode,
      reason: "A plan of this council has been overdue for longer than the programme’s days of grace.",
      noticeEndsOn: addDays(day, NOTICE_DAYS),
      now: inLondon(day, "10:40"),
    });
  const confirm = (councilCode: string, day: string) =>
    confirmStep({ actor: confirmer, programmeId, councilCode, now: inLondon(addDays(day, NOTICE_DAYS + 1), "15:10") });
  const raise = async (councilCode: string, steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      const day = addDays(from, step * (NOTICE_DAYS + 3));
      await propose(councilCode, day);
      await confirm(councilCode, day);
    }
  };
  if (late.includes(advised)) await raise(advised, 3);
  const [second, third] = others;
  if (second) await raise(second, 1);
  if (third) await propose(third, addDays(from, 5));
}
