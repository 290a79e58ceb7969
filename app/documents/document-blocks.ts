import type { PlanContent } from "~/plans/plan-content";
import { formatDateTime } from "~/ui/format-date";
import type { Block } from "./block";
import { planBlocks, type Version } from "./plan-blocks";

/** One plan as somebody takes it along. */
export type PlanDocument = {
  version: Version;
  content: PlanContent;
  council: string;
  programme: string;
  /** Of a submission; a draft has none. */
  submission: { reference: string; submittedAt: string; submittedBy: string | null; withdrawnAt: string | null } | null;
  /** The instant of which the text is: that of the submission, or now for a draft. */
  asOf: Date;
};

/** The schools that the plan is for, by name. */
export const schoolsOf = ({ content }: PlanDocument): string =>
  content.setting.schools.map(({ name }) => name).join(", ");

/** What stands at the head of each page, left and right. */
export const runningHeader = (plan: PlanDocument): { left: string; right: string } => ({
  left: schoolsOf(plan),
  right: plan.submission
    ? [
        plan.submission.reference,
        plan.version === "shareable" && "Shareable version",
        plan.submission.withdrawnAt && "Withdrawn",
      ]
        .filter(Boolean)
        .join(" · ")
    : "Draft",
});

function factsOf({ content, council, programme, submission, version, asOf }: PlanDocument): string[][] {
  const urns = content.setting.schools.flatMap(({ urn }) => urn ?? []);
  const by = version === "whole" && submission?.submittedBy;
  return [
    ["Programme", programme],
    ["Council", council],
    ...(urns.length > 0 ? [["URN", urns.join(", ")]] : []),
    ...(submission
      ? [
          ["Reference", submission.reference],
          ["Submitted", `${formatDateTime(submission.submittedAt)}${by ? ` by ${by}` : ""}`],
        ]
      : [["Draft", `The text as it stood on ${formatDateTime(asOf.toISOString())}`]]),
    ...(submission?.withdrawnAt ? [["Withdrawn", formatDateTime(submission.withdrawnAt)]] : []),
  ];
}

/** A plan's title, what it is, and its sections. `level` is the title's: 1 alone, 2 in a bundle. */
export function documentBlocks(plan: PlanDocument, level: 1 | 2): Block[] {
  return [
    { kind: "heading", level, text: `${schoolsOf(plan)}: action plan` },
    ...(plan.submission
      ? []
      : [
          {
            kind: "paragraph",
            strong: true,
            text: "Draft. This text has not been submitted and may still change.",
          } as const,
        ]),
    { kind: "table", rows: factsOf(plan) },
    ...(plan.version === "shareable"
      ? [
          {
            kind: "paragraph",
            text: "This version is for sharing. It leaves out who does what, costs and funding, what was said in confidence, and risks.",
          } as const,
        ]
      : []),
    ...planBlocks({ content: plan.content, version: plan.version, level }),
  ];
}
