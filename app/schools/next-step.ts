export type NextStep = { text: string; href: string };

type StepOf = {
  caseId: string;
  planId: string | null;
  planState: string;
  /** Every section of the draft is complete. */
  ready: boolean;
  isLead: boolean;
};

/** What the council does next about a school, in the words of a link. */
export function nextStep({ caseId, planId, planState, ready, isLead }: StepOf): NextStep {
  const ofCase = `/cases/${caseId}`;
  const ofPlan = planId ? `/plans/${planId}` : ofCase;
  const steps: Record<string, NextStep> = {
    identified: { text: "Start the plan", href: ofCase },
    challenged: { text: "Read the challenge", href: ofCase },
    drafting: ready
      ? isLead
        ? { text: "Check and submit the plan", href: `${ofPlan}/check` }
        : { text: "Check the plan, ready for your lead to submit", href: `${ofPlan}/check` }
      : { text: "Continue the plan", href: ofPlan },
    returned: ready
      ? isLead
        ? { text: "Check and submit the plan again", href: `${ofPlan}/check` }
        : { text: "Check the plan, ready for your lead to submit", href: `${ofPlan}/check` }
      : { text: "Answer the reviewer’s comments", href: ofPlan },
    submitted: { text: "Read the submitted plan", href: ofPlan },
    inReview: { text: "Read the submitted plan", href: ofPlan },
    awaitingSecondApproval: { text: "Read the submitted plan", href: ofPlan },
    approved: { text: "Record progress", href: `${ofCase}/progress` },
  };
  return steps[planState] ?? { text: "Read what happened", href: `${ofCase}/history` };
}
