import { setup } from "xstate";
import { meets } from "./guards";
import type { CheckName } from "./guards";
import type { SupportRequestContext, SupportRequestEvent } from "./types";

/** Recorded with every event: a history written by this version must replay to the same state for ever. */
export const machineVersion = 1;

const when = <const Names extends readonly CheckName[]>(...names: Names) => ({ type: "meets" as const, params: names });

/**
 * One council asks another's support school for help. A request may be sent while the school is full, with a warning:
 * places are counted where it is accepted.
 */
export const supportRequestMachine = setup({
  types: {
    context: {} as SupportRequestContext,
    events: {} as SupportRequestEvent,
    input: {} as SupportRequestContext,
  },
  guards: { meets: (args, names: readonly CheckName[]) => meets(args, names) },
  actions: {
    supportAsked: () => {},
    requestAccepted: () => {},
    requestDeclined: () => {},
    requestWithdrawn: () => {},
    supportEnded: () => {},
  },
}).createMachine({
  id: "supportRequest",
  initial: "notAsked",
  context: ({ input }) => input,
  states: {
    notAsked: {
      on: {
        ASK_FOR_SUPPORT: {
          target: "asked",
          guard: when(
            "isAsking",
            "isCaseOpen",
            "isInOrder",
            "isNotPast",
            "isAccredited",
            "isWithoutConflict",
            "isWithinStaff",
          ),
          actions: ["supportAsked"],
        },
      },
    },
    asked: {
      on: {
        ACCEPT_REQUEST: {
          target: "accepted",
          guard: when("isSupporting", "isNotPast", "isAccredited", "isWithoutConflict", "isFree"),
          actions: ["requestAccepted"],
        },
        DECLINE_REQUEST: {
          target: "declined",
          guard: when("isSupporting", "isReasonGiven"),
          actions: ["requestDeclined"],
        },
        WITHDRAW_REQUEST: { target: "withdrawn", guard: when("isAsking"), actions: ["requestWithdrawn"] },
      },
    },
    accepted: {
      on: { END_SUPPORT: { target: "ended", guard: when("isEither", "isReasonGiven"), actions: ["supportEnded"] } },
    },
    declined: { type: "final" },
    withdrawn: { type: "final" },
    ended: { type: "final" },
  },
});
