import { grantExtension } from "~/deadlines/grant-extension.server";
import { refuseExtension } from "~/deadlines/refuse-extension.server";
import { requestExtension } from "~/deadlines/request-extension.server";
import { challengeFlag } from "~/identification/challenge-flag.server";
import { removeFlag } from "~/identification/remove-flag.server";
import { upholdFlag } from "~/identification/uphold-flag.server";
import { getHeadLetter } from "~/notifications/get-head-letter.server";
import { tellHeadteacher } from "~/notifications/tell-headteacher.server";
import { closeSchool } from "~/plans/close-school.server";
import { succeedSchool } from "~/plans/succeed-school.server";
import type { PersonActor } from "~/platform/actor";
import { dateInLondon } from "~/platform/clock.server";
import { attachedRoll } from "./evidence";

type ByLead = { caseId: string; lead: PersonActor; now: Date };
type ByOfficer = { caseId: string; officer: PersonActor; now: Date };
type ByAdmin = { caseId: string; admin: PersonActor; now: Date };

/** The lead has read the letter to the headteacher. */
export const openedLetter = async ({ lead: actor, ...asked }: ByLead): Promise<void> =>
  void (await getHeadLetter({ actor, ...asked }));

/** The lead reads the letter and tells the head what it says. */
export async function toldHead({ lead: actor, ...asked }: ByLead): Promise<void> {
  const { runId } = await getHeadLetter({ actor, ...asked });
  await tellHeadteacher({
    actor,
    ...asked,
    runId,
    how: "meeting",
    toldOn: dateInLondon(asked.now),
    words: "We went through the figures together. The headteacher wants attendance to be part of the plan.",
  });
}

/** The council disputes the figures, and attaches its roll. */
export async function challengedFlag({ officer: actor, ...asked }: ByOfficer): Promise<void> {
  await challengeFlag({
    actor,
    ...asked,
    ground: "figures",
    evidence:
      "Three pupils counted in the figures had left the school in March. Without them 11 of 19 pupils, 58%, reached level 4 in both subjects. The council’s roll for the week of the tests shows it.",
  });
  await attachedRoll({ officer: actor, ...asked });
}

export const upheldFlag = ({ admin: actor, ...asked }: ByAdmin & { dueOn?: string }): Promise<void> =>
  upholdFlag({
    actor,
    ...asked,
    dueOn: asked.dueOn ?? null,
    reason: "The three pupils were on roll on the day of the tests, so the published figure stands.",
  });

export const removedFlag = ({ admin: actor, ...asked }: ByAdmin): Promise<void> =>
  removeFlag({
    actor,
    ...asked,
    reason: "The corrected figure is 58%, at or above the floor. The school needs no plan.",
  });

export const closedSchool = ({ admin: actor, ...asked }: ByAdmin): Promise<void> =>
  closeSchool({
    actor,
    ...asked,
    reason: "The council closed the school at the end of the autumn term. Its pupils have places nearby.",
  });

export async function succeededSchool({ admin: actor, ...asked }: ByAdmin & { urn: string }): Promise<void> {
  const succeeded = await succeedSchool({ actor, ...asked });
  if (!succeeded.ok) throw new Error(succeeded.message);
}

export const extensionAsked = ({ officer: actor, ...asked }: ByOfficer & { dueOn: string }): Promise<void> =>
  requestExtension({
    actor,
    ...asked,
    reason: "The new headteacher starts after half term. We want the plan to be theirs as well as ours.",
  });

export const extensionGranted = ({ admin: actor, ...asked }: ByAdmin & { dueOn: string }): Promise<void> =>
  grantExtension({
    actor,
    ...asked,
    reason: "The new headteacher should have a part in the plan. The date is moved once.",
  });

export const extensionRefused = ({ admin: actor, ...asked }: ByAdmin): Promise<void> =>
  refuseExtension({
    actor,
    ...asked,
    reason: "The acting headteacher knows the school. The plan can be changed later.",
  });
