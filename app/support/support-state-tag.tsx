import { Tag, type TagColour } from "~/ui/tag";

const tags: Record<string, [string, TagColour]> = {
  proposed: ["Proposed", "yellow"],
  accredited: ["Accredited", "green"],
  refused: ["Refused", "grey"],
  asked: ["Waiting for an answer", "yellow"],
  accepted: ["Accepted", "green"],
  declined: ["Declined", "grey"],
  withdrawn: ["Withdrawn", "grey"],
  ended: ["Ended", "grey"],
};

/** The state of a support school or of a request. */
export function SupportStateTag({ state }: { state: string }) {
  const [text, colour] = tags[state] ?? [state, "grey"];
  return <Tag colour={colour}>{text}</Tag>;
}
