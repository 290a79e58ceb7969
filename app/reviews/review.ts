import type { CaseEventType, PlanState, SectionKey } from "~workflows/school-plan/types";

/** What a reviewer wrote on a section of an earlier revision, and what the council answered. */
export type EarlierComment = { revision: number; comment: string; by: string; reply: string | null };

export type ReviewedSection = {
  key: SectionKey;
  title: string;
  verdict: "accepted" | "comment" | null;
  comment: string | null;
  /** The acceptance is of an earlier revision whose text has not changed since. */
  carried: boolean;
  /** Against the revision before; null where there is none. */
  changed: boolean | null;
  /** Newest first. */
  earlier: EarlierComment[];
};

export type Review = {
  planId: string;
  /** The revision that stands. */
  revisionId: string;
  caseId: string;
  schools: { caseId: string; name: string; urn: string | null }[];
  councilName: string;
  programmeName: string;
  state: PlanState;
  dueOn: string;
  /** Instants in ISO form. */
  submittedAt: string;
  submittedOn: string;
  reference: string;
  revision: number;
  previousRevision: number | null;
  reviewer: { id: string; name: string } | null;
  isMine: boolean;
  independent: boolean;
  structural: boolean;
  firstApprover: string | null;
  available: CaseEventType[];
  sections: ReviewedSection[];
  today: string;
};
