import { Tag, type TagColour } from "~/ui/tag";
import { type ProgressStatus, progressStatuses } from "./record-progress.schema";

const colours: Record<ProgressStatus, TagColour> = {
  notStarted: "grey",
  onTrack: "blue",
  atRisk: "orange",
  done: "green",
};

export const ProgressStatusTag = ({ status }: { status: ProgressStatus }) => (
  <Tag colour={colours[status]}>{progressStatuses[status]}</Tag>
);
