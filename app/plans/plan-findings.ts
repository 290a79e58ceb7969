import type { SectionKey } from "~workflows/school-plan/types";
import { findInActions } from "./action-findings";
import { findInCost } from "./cost-findings";
import type { PlanContent } from "./plan-content";
import type { PlanFinding } from "./plan-finding";
import { findInTargets } from "./target-findings";

const finders: Partial<Record<SectionKey, (content: PlanContent) => PlanFinding[]>> = {
  actions: findInActions,
  targets: findInTargets,
  cost: findInCost,
};

/** What there is to look at again in one section of a plan, of a draft or of a revision alike. */
export const listFindings = (section: SectionKey, content: PlanContent): PlanFinding[] =>
  finders[section]?.(content) ?? [];
