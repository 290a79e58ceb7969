import { assign, raise, setup } from "xstate";
import { meets } from "./guards";
import type { CheckName } from "./guards";
import { levels } from "./types";
import type { EscalationContext, Level, MachineEvent } from "./types";

/** Recorded with every event: a history written by this version must replay to the same state for ever. */
export const machineVersion = 1;

export type EscalationInput = { escalationId: string; councilCode: string };

const when = <const Names extends readonly CheckName[]>(...names: Names) => ({ type: "meets" as const, params: names });

const above = (level: Level | null): Level | null =>
  level === null ? null : (levels[levels.indexOf(level) + 1] ?? null);

const raised = <const Target extends Level>(target: Target) =>
  ({ target, actions: ["noteRaised", "levelRaised"] }) as const;

const lifted = {
  target: "none",
  guard: when("isAdmin", "isReasonGiven"),
  actions: ["noteLifted", "levelLifted", "tellLifted"],
} as const;

/**
 * What the Department does where a council does not act, one step at a time. The level hears only of confirmed steps;
 * lifting it ends a proposal too, since that was made for the level above the one lifted.
 */
export const councilEscalationMachine = setup({
  types: { context: {} as EscalationContext, events: {} as MachineEvent, input: {} as EscalationInput },
  guards: { meets: (args, names: readonly CheckName[]) => meets(args, names) },
  actions: {
    noteProposal: assign(({ context, event }) =>
      event.type === "PROPOSE_STEP" && context.nextLevel
        ? {
            proposal: {
              level: context.nextLevel,
              byId: event.actor.id,
              proposedOn: event.today,
              noticeEndsOn: event.noticeEndsOn,
              representations: 0,
            },
          }
        : {},
    ),
    noteRepresentations: assign(({ context: { proposal } }) => ({
      proposal: proposal && { ...proposal, representations: proposal.representations + 1 },
    })),
    forgetProposal: assign({ proposal: null }),
    noteRaised: assign(({ context }) => ({ nextLevel: above(context.nextLevel) })),
    noteLifted: assign({ nextLevel: above("none") }),
    tellConfirmed: raise({ type: "STEP_CONFIRMED" }),
    tellLifted: raise({ type: "LEVEL_LIFTED" }),
    stepProposed: () => {},
    representationsRecorded: () => {},
    stepConfirmed: () => {},
    stepDropped: () => {},
    levelRaised: () => {},
    levelLifted: () => {},
  },
}).createMachine({
  id: "councilEscalation",
  type: "parallel",
  context: ({ input }) => ({ ...input, nextLevel: above("none"), proposal: null }),
  states: {
    level: {
      initial: "none",
      states: {
        none: { on: { STEP_CONFIRMED: raised("concern") } },
        concern: { on: { STEP_CONFIRMED: raised("adviserProposed"), LIFT: lifted } },
        adviserProposed: { on: { STEP_CONFIRMED: raised("adviserAppointed"), LIFT: lifted } },
        adviserAppointed: { on: { STEP_CONFIRMED: raised("federationProposed"), LIFT: lifted } },
        federationProposed: { on: { STEP_CONFIRMED: raised("directed"), LIFT: lifted } },
        directed: { on: { LIFT: lifted } },
      },
    },
    step: {
      initial: "idle",
      states: {
        idle: {
          on: {
            PROPOSE_STEP: {
              target: "proposed",
              guard: when(
                "isAdmin",
                "isBelowHighestLevel",
                "isPlanLateOrReturned",
                "isReasonGiven",
                "isNoticeAfterToday",
              ),
              actions: ["noteProposal", "stepProposed"],
            },
          },
        },
        proposed: {
          on: {
            // A transition that stays needs an action: without one `can` says no.
            RECORD_REPRESENTATIONS: {
              guard: when("isLead", "isRepresentationGiven"),
              actions: ["noteRepresentations", "representationsRecorded"],
            },
            CONFIRM_STEP: {
              target: "idle",
              guard: when("isAdmin", "isAnotherAdmin", "isNoticeOver"),
              actions: ["forgetProposal", "stepConfirmed", "tellConfirmed"],
            },
            DROP_STEP: {
              target: "idle",
              guard: when("isAdmin", "isReasonGiven"),
              actions: ["forgetProposal", "stepDropped"],
            },
            LEVEL_LIFTED: { target: "idle", actions: ["forgetProposal", "stepDropped"] },
          },
        },
      },
    },
  },
});
