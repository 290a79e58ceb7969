import { CitedEvidence } from "~/evidence/cited-evidence";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import type { OpenChallenge } from "./get-challenge.server";

/** What the council said against the flag, as it was written. */
export function ChallengeDetails({ challenge }: { challenge: OpenChallenge }) {
  return (
    <SummaryCard title="The council’s challenge">
      <SummaryList
        rows={[
          { key: "Made by", value: `${challenge.madeBy}, ${challenge.madeAt}` },
          { key: "About", value: challenge.ground },
          { key: "Evidence", value: <span className="app-typed-text">{challenge.evidence}</span> },
          {
            key: "Files",
            value: challenge.files.length > 0 ? <CitedEvidence evidence={challenge.files} /> : "None attached",
          },
        ]}
      />
    </SummaryCard>
  );
}
