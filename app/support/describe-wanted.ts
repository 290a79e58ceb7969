import { daysAWeek } from "./half-days";
import { subjectName } from "./subjects";

/** What a request asks for, in the middle of a sentence: "a place", "a specialist teacher of maths for 1.5 days a week". */
export const describeWanted = ({
  kind,
  subject,
  days,
}: {
  kind: string;
  subject: string | null;
  days: number | null;
}) =>
  kind === "teacher" && subject !== null && days !== null
    ? `a specialist teacher of ${subject === "english" ? subjectName(subject) : subjectName(subject).toLowerCase()} for ${daysAWeek(days)}`
    : "a place";
