import type { Life } from "./fates";
import { addDays } from "./london-time";
import type { Story } from "./school-register";

export type EarlierRound = {
  /** When this council's plans were due: "2026-02-27". */
  dueOn: string;
  /** The day after the next year's results were taken over. */
  afterResults: string;
  /** The URN under which a converted school went on. */
  successorUrn: string;
};

type Fate = (life: Life, round: EarlierRound) => void;

// Written before Christmas and handed in some days before (or after) the due date.
const handedIn = (life: Life, { dueOn }: EarlierRound, daysEarly: number) => {
  life.starts(addDays(dueOn, -95));
  life.drafts(addDays(dueOn, -75));
  life.submits(addDays(dueOn, -daysEarly));
};

const fates = {
  inTime: (life, round) => {
    handedIn(life, round, 8);
    life.isApproved(addDays(round.dueOn, 12));
    life.progresses(addDays(round.dueOn, 82), "onTrack", "Both subject leaders have reported to governors as planned.");
  },
  late: (life, round) => {
    handedIn(life, round, -5);
    life.isApproved(addDays(round.dueOn, 26));
  },
  overdue: (life, { dueOn }) => {
    life.starts(addDays(dueOn, -30));
    life.drafts(addDays(dueOn, -12), { sections: ["position"] });
  },
  neverStarted: () => undefined,
  returnedOnce: (life, round) => {
    handedIn(life, round, 3);
    life.isReturned(addDays(round.dueOn, 10), addDays(round.dueOn, 38));
    life.resubmits(addDays(round.dueOn, 34));
    life.isApproved(addDays(round.dueOn, 46));
  },
  returnedTwice: (life, round) => {
    handedIn(life, round, 1);
    life.isReturned(addDays(round.dueOn, 12), addDays(round.dueOn, 33));
    life.resubmits(addDays(round.dueOn, 32));
    life.isReturned(addDays(round.dueOn, 45), addDays(round.dueOn, 66), {
      causes: "The reply names the results of one class. The plan needs those of all classes in years 3 to 6.",
    });
  },
  succeeded: (life, round) => {
    handedIn(life, round, 6);
    life.isApproved(addDays(round.dueOn, 15));
    life.isSucceeded(round.afterResults, round.successorUrn);
  },
  closed: (life, round) => {
    handedIn(life, round, 4);
    life.isApproved(addDays(round.dueOn, 20));
    life.closes(round.afterResults);
  },
  recovered: (life, round) => {
    handedIn(life, round, 10);
    life.isApproved(addDays(round.dueOn, 14));
    life.progresses(
      addDays(round.dueOn, 89),
      "done",
      "All actions are done. The teacher assessments point above the floor.",
    );
    // The next year's results lie above the floor: with the file that brings them the school leaves the programme.
  },
} satisfies Record<string, Fate>;

const usual = [
  "inTime",
  "late",
  "inTime",
  "returnedOnce",
  "inTime",
  "overdue",
  "neverStarted",
  "returnedTwice",
] as const;

/** Notes what became of a school that the earlier round flagged; `at` counts them from 0. */
export function liveEarlierRound(at: number, story: Story, life: Life, round: EarlierRound): void {
  if (story === "recovered" || story === "closed") return fates[story](life, round);
  if (story === "converted") return fates.succeeded(life, round);
  fates[usual[at % usual.length] ?? "inTime"](life, round);
}
