import type { Life } from "./fates";
import { addDays } from "./london-time";

export type Round = {
  /** The date that lies `n` working days after publication; up to 20 they are not after today. */
  day: (n: number) => string;
  today: string;
  dueOn: { priority: string; standard: string };
};

type Fate = (life: Life, round: Round) => void;

const written = (life: Life, { day }: Round, start: number, federation = false) => {
  life.starts(day(start));
  life.drafts(day(start + 2), { federation });
};

/** What can become of a case of the round that is under way. */
const fates = {
  notStarted: () => undefined,
  withTheHead: (life, { day, today }) => {
    life.starts(day(3));
    life.asksHead(day(5), addDays(today, 14));
    life.drafts(day(9), { unfinished: "governance" });
    life.keepsWords(day(10));
    life.leavesEmptyWords(day(10));
  },
  begun: (life, { day }) => {
    life.starts(day(6));
    life.drafts(day(10), { sections: ["position", "causes"], unfinished: "causes" });
  },
  readyToSubmit: (life, round) => written(life, round, 8),
  submitted: (life, round) => {
    written(life, round, 5);
    life.submits(round.day(15));
  },
  withdrawn: (life, round) => {
    written(life, round, 4);
    life.submits(round.day(12));
    life.withdraws(round.day(13));
  },
  inReview: (life, round) => {
    written(life, round, 3);
    life.keepsWords(round.day(7));
    life.submits(round.day(9));
    life.isTaken(round.day(14));
    life.isRead(round.day(14), ["position", "causes", "actions"]);
  },
  handedOver: (life, round) => {
    written(life, round, 3);
    life.submits(round.day(8));
    life.isTaken(round.day(11));
    life.isRead(round.day(11), ["position"]);
    life.isHandedOver(round.day(13));
  },
  returned: (life, round) => {
    written(life, round, 2);
    life.submits(round.day(8));
    life.isReturned(round.day(12), addDays(round.today, 9));
  },
  returnedAndOverdue: (life, round) => {
    written(life, round, 1);
    life.submits(round.day(5));
    life.isReturned(round.day(8), round.day(17));
    life.answers(round.day(16));
  },
  resubmitted: (life, round) => {
    written(life, round, 1);
    life.submits(round.day(5));
    life.isReturned(round.day(9), addDays(round.today, 20));
    life.resubmits(round.day(16));
  },
  secondAwaited: (life, round) => {
    written(life, round, 2, true);
    life.submits(round.day(7));
    life.isApproved(round.day(13));
  },
  secondGiven: (life, round) => {
    written(life, round, 1, true);
    life.submits(round.day(6));
    life.isApproved(round.day(11));
    life.isConfirmed(round.day(14));
  },
  approved: (life, round) => {
    written(life, round, 1);
    life.submits(round.day(6));
    life.isApproved(round.day(11));
    life.progresses(
      round.day(17),
      "onTrack",
      "The maths specialist has started and works with year 6 two days a week.",
    );
  },
  challenged: (life, { day }) => life.challenges(day(10)),
  challengedDraft: (life, { day }) => {
    life.starts(day(4));
    life.drafts(day(7), { sections: ["position"] });
    life.challenges(day(12));
  },
  upheld: (life, { day, dueOn }) => {
    life.challenges(day(3));
    life.isUpheld(day(9), addDays(dueOn.priority, 7));
  },
  removed: (life, { day }) => {
    life.challenges(day(2));
    life.isRemoved(day(8));
  },
  closed: (life, { day }) => {
    life.starts(day(4));
    life.closes(day(14));
  },
  timeAsked: (life, { day, dueOn }) => {
    life.starts(day(5));
    life.drafts(day(8), { sections: ["position", "causes", "targets"] });
    life.asksForTime(day(15), addDays(dueOn.standard, 14));
  },
  timeGranted: (life, { day, dueOn }) => {
    life.starts(day(6));
    life.asksForTime(day(9), addDays(dueOn.standard, 14));
    life.getsTime(day(13), addDays(dueOn.standard, 7));
  },
  timeRefused: (life, { day, dueOn }) => {
    life.starts(day(6));
    life.asksForTime(day(8), addDays(dueOn.standard, 21));
    life.getsNoTime(day(12));
  },
} satisfies Record<string, Fate>;

type FateName = keyof typeof fates;

// One word for each flagged school of a council, in the order of their numbers. The schools below for longest come first.
const plan: Readonly<Record<string, readonly FateName[]>> = {
  "001": [
    ...(["withTheHead", "approved", "inReview", "returned", "secondAwaited", "resubmitted", "submitted"] as const),
    ...(["challenged", "notStarted", "begun", "removed", "closed", "timeAsked", "returnedAndOverdue"] as const),
    ...(["withdrawn", "upheld"] as const),
  ],
  "002": ["inReview", "submitted", "readyToSubmit", "returned", "approved", "notStarted", "timeGranted"],
  "003": ["submitted", "secondGiven", "begun", "notStarted", "challengedDraft", "timeRefused"],
  "004": ["submitted", "begun", "notStarted"],
  "005": ["approved", "handedOver", "returned", "readyToSubmit", "notStarted", "submitted"],
  "006": ["begun", "notStarted"],
  "007": ["submitted", "resubmitted", "approved", "begun", "notStarted", "inReview"],
  "008": ["begun", "notStarted", "submitted"],
  "009": ["returned", "readyToSubmit", "notStarted"],
  "010": ["notStarted", "begun"],
  "011": ["submitted", "begun", "notStarted", "challenged"],
  "012": ["notStarted", "begun"],
};

/** Notes what becomes of a council's `at`-th flagged school (from 0). */
export function liveCurrentRound(councilCode: string, at: number, life: Life, round: Round): void {
  const fate = plan[councilCode]?.[at] ?? "notStarted";
  // Where nothing has been begun, the headteacher has not been told either.
  if (fate !== "notStarted") {
    life.opensLetter(round.day(1));
    life.tellsHead(round.day(1));
  }
  fates[fate](life, round);
}
