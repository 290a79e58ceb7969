import { z } from "zod";
import { dateBoxes, refineDate } from "~/ui/date-field";

/** The date by which the head is asked to reply: a day after today, which is "2026-11-24". */
export const setReplyDateSchema = (today: string) =>
  z.object(dateBoxes("replyBy")).transform((typed, context) => {
    const replyByOn = refineDate(typed, "replyBy", "Reply date", context);
    if (typeof replyByOn === "string" && replyByOn <= today)
      context.addIssue({ code: "custom", path: ["replyBy"], message: "Reply date must be after today" });
    return { replyByOn };
  });
