import { formatDate } from "~/ui/format-date";
import { formatPlural } from "~/ui/format-number";

export type Words = { title: string; body: string };

/** A council's part of a publication; dates are "2027-02-26". */
export type CouncilFlags = {
  name: string;
  /** Schools with a new case. */
  opened: number;
  /** Schools whose open case goes on. */
  attached: number;
  /** The council's own date; null where no case is new. */
  dueOn: string | null;
};

/** What a council is told of a publication: its own schools and its own date, nothing of any other council. */
export function councilNotice({ name, opened, attached, dueOn }: CouncilFlags, programme: string): Words {
  // A plan that is sent already takes no reply.
  const heads =
    attached === 0
      ? "Tell each headteacher before anyone else learns of it: the reason, the figures and their right of reply."
      : "Tell each headteacher before anyone else learns of it: the reason and the figures and, where the plan is not sent yet, their right of reply.";
  if (opened === 0)
    return {
      title: `New results for ${formatPlural(attached, "school")} of ${name} in “${programme}”`,
      body: `${attached === 1 ? "The school is" : "These schools are"} flagged again. Plans and due dates stay as they are. ${heads}`,
    };
  const due = dueOn ? ` Plans are due on ${formatDate(dueOn)}.` : "";
  const again =
    attached > 0
      ? ` ${formatPlural(attached, "school")} with an open plan ${attached === 1 ? "is" : "are"} flagged again.`
      : "";
  return {
    title: `${formatPlural(opened, "school")} of ${name} ${opened === 1 ? "needs" : "need"} a plan`,
    body: `The Department has published “${programme}”.${due}${again} ${heads}`,
  };
}
