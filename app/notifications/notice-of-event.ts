import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";
import type { CaseEventType } from "~workflows/school-plan/types";

export type Audience = "person" | "council" | "department" | "admins";

/** What a notice says and to whom. A date stands only in what goes to the case's own council or to the Department. */
export type NoticeWords = {
  audience: Audience;
  personId?: string;
  /** Where another council than that of the event is told. */
  councilCode?: string;
  title: string;
  body: string;
};

export type TellableEvent = {
  type: string;
  payload: Record<string, unknown>;
  after: { plan?: string };
  schoolName: string;
  councilName: string;
  /** The plan's reviewer, who hears of a refused second approval. */
  reviewerId: string | null;
  /** Cases that the same event of the same moment reached: the schools of one plan, or a council's whole cohort. */
  reached: number;
};

type Teller = (event: TellableEvent) => NoticeWords[];

const toCouncil = (title: string, body: string): NoticeWords[] => [{ audience: "council", title, body }];
const toAdmins = (title: string, body: string): NoticeWords[] => [{ audience: "admins", title, body }];
const toDepartment = (title: string, body: string): NoticeWords[] => [{ audience: "department", title, body }];

const date = (value: unknown) => formatDate(String(value));
const schools = ({ schoolName, reached }: TellableEvent) =>
  reached > 1 ? `${schoolName} and ${formatPlural(reached - 1, "other school")}` : schoolName;

const approved: Teller = (event) =>
  toCouncil(`Plan approved: ${schools(event)}`, "The Department has approved the plan. You can now record progress.");

const tellers: Partial<Record<CaseEventType, Teller>> = {
  SUBMIT_PLAN: (event) =>
    toDepartment(`Plan received from ${event.councilName}`, `The plan for ${schools(event)} is ready to be reviewed.`),
  WITHDRAW_SUBMISSION: (event) =>
    toDepartment(`Plan withdrawn by ${event.councilName}`, `The plan for ${schools(event)} was withdrawn.`),
  RETURN_PLAN: (event) =>
    toCouncil(
      `Plan returned: ${schools(event)}`,
      `The reviewer has commented on the plan. Reply to each comment and submit the plan again by ${date(event.payload.dueOn)}.`,
    ),
  APPROVE_PLAN: (event) =>
    event.after.plan === "awaitingSecondApproval"
      ? toDepartment(
          `Second approval needed: ${schools(event)}`,
          `The plan from ${event.councilName} proposes a change of the school’s structure. A reviewer who recorded no verdict on it must decide.`,
        )
      : approved(event),
  CONFIRM_APPROVAL: approved,
  REFUSE_APPROVAL: (event) =>
    event.reviewerId
      ? [
          {
            audience: "person",
            personId: event.reviewerId,
            title: `Second approval refused: ${schools(event)}`,
            body: `The plan from ${event.councilName} is in review again. The history holds the reason.`,
          },
        ]
      : [],
  HAND_OVER_REVIEW: (event) => [
    {
      audience: "person",
      personId: String(event.payload.toId),
      title: `Review handed over to you: ${schools(event)}`,
      body: `You are now the reviewer of this plan from ${event.councilName}.`,
    },
  ],
  REOPEN_PLAN: (event) =>
    toCouncil(
      `Plan reopened: ${schools(event)}`,
      `The Department asks for a new revision of the plan by ${date(event.payload.dueOn)}. The history holds the reason.`,
    ),
  REQUEST_EXTENSION: (event) =>
    toAdmins(
      `Extension asked for: ${event.schoolName}`,
      `${event.councilName} asks for more time, until ${date(event.payload.requestedDueOn)}.`,
    ),
  GRANT_EXTENSION: (event) =>
    toCouncil(`Extension granted: ${event.schoolName}`, `The plan is now due on ${date(event.payload.dueOn)}.`),
  REFUSE_EXTENSION: (event) =>
    toCouncil(`Extension refused: ${event.schoolName}`, "The due date stands. The history holds the reason."),
  CHALLENGE_FLAG: (event) =>
    toAdmins(
      `Flag challenged: ${event.schoolName}`,
      `${event.councilName} challenges the flag. Decide on the challenge.`,
    ),
  UPHOLD_FLAG: (event) =>
    toCouncil(
      `Flag upheld: ${event.schoolName}`,
      "The Department has upheld the flag. A plan is still needed. The history holds the reason.",
    ),
  REMOVE_FLAG: (event) =>
    toCouncil(`Flag removed: ${event.schoolName}`, "No plan is needed. The history holds the reason."),
  CLOSE_SCHOOL: (event) =>
    toCouncil(`School closed: ${event.schoolName}`, "The Department has recorded the closure. No plan is needed."),
  SUCCEED_SCHOOL: (event) =>
    toCouncil(
      `Successor recorded: ${event.schoolName}`,
      "The case, its plan and its due date go on at the successor school.",
    ),
  DEADLINE_SET: (event) =>
    toCouncil(
      "Due date changed",
      `${event.reached > 1 ? `${formatPlural(event.reached, "plan")} are` : `The plan for ${event.schoolName} is`} now due on ${date(event.payload.dueOn)}. The history holds the reason.`,
    ),
  RECORD_RESULTS: (event) =>
    event.after.plan === "exited"
      ? toCouncil(
          `School left the programme: ${event.schoolName}`,
          `Its results of ${String(event.payload.year)} meet the exit rule.`,
        )
      : event.after.plan === "approved"
        ? []
        : toAdmins(
            `New results to look at: ${event.schoolName}`,
            `Results of ${String(event.payload.year)} came in before the plan was approved.`,
          ),
};

/** The notices that an event of the workflow gives; none for what nobody needs to be told. */
export const noticesOf = (event: TellableEvent): NoticeWords[] =>
  Object.hasOwn(tellers, event.type) ? (tellers[event.type as CaseEventType]?.(event) ?? []) : [];
