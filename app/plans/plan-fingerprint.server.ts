import { createHash } from "node:crypto";
import { canonicalJson } from "~/audit/event-hash";
import type { PlanContent } from "./plan-content";

/** Tells whether a plan's text is still what somebody read; a new result of another school does not change it. */
export const planFingerprint = ({ sections, actions, headReplies, evidence = [] }: PlanContent): string =>
  createHash("sha256").update(canonicalJson({ sections, actions, headReplies, evidence })).digest("base64url");
