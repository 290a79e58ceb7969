import { assign, setup } from "xstate";
import { meets } from "./guards";
import type { CheckName } from "./guards";
import type { SupportSchoolContext, SupportSchoolEvent } from "./types";

/** Recorded with every event: a history written by this version must replay to the same state for ever. */
export const machineVersion = 1;

export type SupportSchoolInput = { supportSchoolId: string; councilCode: string };

const when = <const Names extends readonly CheckName[]>(...names: Names) => ({ type: "meets" as const, params: names });

/**
 * A school that helps others: its council proposes it, the Department accredits it for a term or refuses. When a term is
 * over is read from its dates, so nothing here waits for a day.
 */
export const supportSchoolMachine = setup({
  types: { context: {} as SupportSchoolContext, events: {} as SupportSchoolEvent, input: {} as SupportSchoolInput },
  guards: { meets: (args, names: readonly CheckName[]) => meets(args, names) },
  actions: {
    noteTerm: assign(({ event }) =>
      event.type === "ACCREDIT_SUPPORT_SCHOOL" ? { term: { from: event.termFrom, to: event.termTo } } : {},
    ),
    schoolProposed: () => {},
    schoolAccredited: () => {},
    schoolRefused: () => {},
    schoolEnded: () => {},
  },
}).createMachine({
  id: "supportSchool",
  initial: "notProposed",
  context: ({ input }) => ({ ...input, term: null }),
  states: {
    notProposed: {
      on: {
        PROPOSE_SUPPORT_SCHOOL: {
          target: "proposed",
          guard: when("isOwnOfficer", "isEligible"),
          actions: ["schoolProposed"],
        },
      },
    },
    proposed: {
      on: {
        ACCREDIT_SUPPORT_SCHOOL: {
          target: "accredited",
          guard: when("isAdmin", "isEligible", "isTermInOrder", "isTermAhead"),
          actions: ["noteTerm", "schoolAccredited"],
        },
        REFUSE_SUPPORT_SCHOOL: {
          target: "refused",
          guard: when("isAdmin", "isReasonGiven"),
          actions: ["schoolRefused"],
        },
      },
    },
    accredited: {
      on: {
        END_SUPPORT_SCHOOL: {
          target: "ended",
          guard: when("isOwnOfficerOrAdmin", "isNothingRunning", "isReasonGiven"),
          actions: ["schoolEnded"],
        },
      },
    },
    refused: { type: "final" },
    ended: { type: "final" },
  },
});
