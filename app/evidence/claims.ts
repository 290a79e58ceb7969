import { actionKindName } from "~/plans/action-kinds";
import { listOf, type PlanContent, textOf } from "~/plans/plan-content";
import { fieldLabel } from "~/plans/section-labels";
import { causeKeys } from "~/plans/section-schemas";
import { sectionKeys, type SectionKey } from "~workflows/school-plan/types";
import { citedBy } from "./cites";
import type { EvidencePiece } from "./evidence-piece";

/** Something that a plan asserts and that evidence can show; its key is a field's name or an action's id. */
export type Claim = { section: SectionKey; key: string; label: string };
type Told = Pick<PlanContent, "sections" | "actions">;

const textClaims: Partial<Record<SectionKey, string[]>> = { position: ["standing", "improving"], targets: ["basis"] };

/** An action's claim within a sentence. */
export const actionClaimInWords = (number: number, kind: string): string =>
  `measure of success of action ${number}, ${actionKindName(kind)}`;

const capitalised = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** What a section claims as it stands; nothing where it has no text yet. */
export function claimsOf(section: SectionKey, { sections, actions }: Told): Claim[] {
  const content = sections[section];
  if (section === "actions")
    return actions.map(({ id, kind }, at) => ({
      section,
      key: id,
      label: capitalised(actionClaimInWords(at + 1, kind)),
    }));
  const fields =
    section === "causes"
      ? causeKeys.filter((key) => listOf(content, "causes").includes(key)).map((key) => `evidence-${key}`)
      : (textClaims[section] ?? []).filter((field) => textOf(content, field).trim() !== "");
  return fields.map((key) => ({ section, key, label: fieldLabel(key) }));
}

/** Whether a section has claims at all, so that its form offers evidence. */
export const hasClaims = (section: SectionKey): boolean =>
  section === "causes" || section === "actions" || section in textClaims;

const allClaims = (plan: Told): Claim[] => sectionKeys.flatMap((section) => claimsOf(section, plan));

/** The claims that a piece of evidence stands behind. */
export const claimsCiting = (plan: Told, evidenceId: string): Claim[] =>
  allClaims(plan).filter(({ section, key }) => citedBy(plan.sections[section], key).includes(evidenceId));

/** The evidence that the claims of a plan cite, in the order in which it was added. */
export function citedEvidence(plan: Told, evidence: readonly EvidencePiece[]): EvidencePiece[] {
  const cited = new Set(allClaims(plan).flatMap(({ section, key }) => citedBy(plan.sections[section], key)));
  return evidence.filter(({ id }) => cited.has(id));
}

/** The evidence of one claim; null in a submission of before evidence could be attached, which says nothing about it. */
export function evidenceOf(content: PlanContent, section: SectionKey, claim: string): EvidencePiece[] | null {
  if (!content.evidence) return null;
  const ids = citedBy(content.sections[section], claim);
  return content.evidence.filter(({ id }) => ids.includes(id));
}

/** The claims of a plan, or of one of its sections, that cite nothing. */
export const claimsWithoutEvidence = (content: PlanContent, section?: SectionKey): Claim[] =>
  (section ? claimsOf(section, content) : allClaims(content)).filter(
    (claim) => evidenceOf(content, claim.section, claim.key)?.length === 0,
  );
