import { dateColumn } from "~/platform/dates";
import type { ActionAnswers } from "./plan-action.schema";

/** An action's answers as its row's columns take them. */
export const actionColumns = ({ startsOn, endsOn, costPence, causes = [], targetYear, ...words }: ActionAnswers) => ({
  ...words,
  causes,
  targetYear: targetYear ?? null,
  // What it names is set by nameSupport alone, so that an action never names a request of somebody else's.
  supportRequestId: null,
  supportSchool: null,
  startsOn: dateColumn(startsOn),
  endsOn: dateColumn(endsOn),
  costPence: BigInt(costPence),
});
