import type { Effect, EffectType, StoredCase } from "./types";

type Moment = { before: StoredCase; after: StoredCase };
type Facts<Type extends EffectType> = Omit<Extract<Effect, { type: Type }>, "type">;

const plain = () => ({});
const revision = ({ after }: Moment) => ({ revision: after.context.revision });
const dueOn = ({ after }: Moment) => ({ dueOn: after.context.dueOn });

/** What each effect tells, read from the case before and after; null where there is nothing to tell. */
const tellers: { [Type in EffectType]: (moment: Moment) => Facts<Type> | null } = {
  planStarted: plain,
  flagChallenged: plain,
  flagUpheld: plain,
  flagRemoved: plain,
  planSubmitted: ({ after }) => ({
    revision: after.context.revision,
    submission: after.context.submissions,
    inTime: after.state.deadline === "met",
  }),
  submissionWithdrawn: revision,
  reviewStarted: plain,
  verdictRecorded: plain,
  reviewHandedOver: ({ before, after }) => ({ fromId: before.context.reviewerId, toId: after.context.reviewerId }),
  reviewReleased: plain,
  planReturned: (moment) => ({ ...revision(moment), ...dueOn(moment) }),
  approvalAwaited: revision,
  approvalRefused: plain,
  planApproved: revision,
  progressRecorded: plain,
  planReopened: (moment) => ({ ...revision(moment), ...dueOn(moment) }),
  extensionRequested: ({ after }) => ({ requestedDueOn: after.context.pendingExtension?.requestedDueOn ?? null }),
  extensionGranted: dueOn,
  extensionRefused: plain,
  // A request that is still pending when the plan comes in, or the case ends, has nothing left to move.
  extensionLapsed: ({ before: { context } }) =>
    context.pendingExtension && { requestedDueOn: context.pendingExtension.requestedDueOn },
  deadlineMoved: ({ before, after }) => ({ from: before.context.dueOn, to: after.context.dueOn }),
  resultsRecorded: plain,
  attentionNeeded: plain,
  schoolSucceeded: ({ before, after }) => ({ from: before.context.schoolUrn, to: after.context.schoolUrn }),
  schoolExited: plain,
  schoolClosed: plain,
};

/** The machine's custom actions: they do nothing there, and come back from `transition` as data. */
export const facts = Object.fromEntries(Object.keys(tellers).map((type) => [type, () => {}])) as Record<
  EffectType,
  () => void
>;

const isEffectType = (type: string): type is EffectType => Object.hasOwn(tellers, type);

/** The effects among the actions of a transition, in order; the machine's own built-in actions are left out. */
export function effectsOf(actions: readonly { type: string }[], moment: Moment): Effect[] {
  return actions.flatMap(({ type }) => {
    const told = isEffectType(type) ? tellers[type](moment) : null;
    return told ? [{ type, ...told } as Effect] : [];
  });
}
