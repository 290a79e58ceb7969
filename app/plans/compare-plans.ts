import { CITES } from "~/evidence/cites";
import { citesInWords } from "~/evidence/evidence-words";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { readDate } from "~/ui/date-field";
import type { SectionKey } from "~workflows/school-plan/types";
import { type ActionDifference, compareActions, type FieldDifference } from "./compare-actions";
import { compareTexts } from "./compare-texts";
import { actionsCost, changedSections, listOf, type PlanContent, type SectionContent, textOf } from "./plan-content";
import { orderedSections } from "./plan-sections";
import { readPounds } from "./read-pounds";
import { targetOf } from "./read-target";
import { fieldLabel } from "./section-labels";
import { type CauseKey, causeKeys, causeNames, sectionFields } from "./section-schemas";

export type TargetDifference = { year: number; before: number | null; after: number | null; points: number | null };

export type SectionDifference = {
  key: SectionKey;
  number: number;
  title: string;
  fields: FieldDifference[];
  actions: ActionDifference[];
  /** Every year of the targets where one of them changed; none where none did. */
  targets: TargetDifference[];
};

const date = (content: SectionContent): string => {
  const read = readDate(content, "governors", "Date");
  if ("date" in read) return formatDate(read.date);
  return ["day", "month", "year"]
    .map((part) => textOf(content, `governors-${part}`))
    .join(" ")
    .trim();
};
const causes = (content: SectionContent): string =>
  causeKeys
    .filter((key) => listOf(content, "causes").includes(key))
    .map((key: CauseKey) => causeNames[key])
    .join(", ");
const pounds = (field: string) => (content: SectionContent) => {
  const typed = textOf(content, field);
  const pence = readPounds(typed);
  return pence === null ? typed : formatPounds(pence / 100);
};

// Fields that are no running text: shown as a value that stood and one that stands.
const values: Record<string, (content: SectionContent) => string> = {
  causes,
  "governors-day": date,
  otherCosts: pounds("otherCosts"),
  savings: pounds("savings"),
};
const labels: Record<string, string> = { "governors-day": "Governors consulted" };
// What a section cites is compared by the names of the files, below; the rest has no row of its own.
const withoutOwnRow = /^(governors-(month|year)|target-\d{4}|cites)$/;

function compareField(field: string, before: SectionContent, after: SectionContent): FieldDifference[] {
  const show = values[field] ?? ((content: SectionContent) => textOf(content, field).trim());
  const [was, is] = [show(before), show(after)];
  if (was === is) return [];
  const named = { field, label: labels[field] ?? fieldLabel(field) };
  if (values[field]) return [{ ...named, kind: "value", before: was, after: is }];
  return [{ ...named, kind: "text", difference: compareTexts(was, is) }];
}

function compareFields(key: SectionKey, before: PlanContent, after: PlanContent): FieldDifference[] {
  const targetYears = yearsOf(before, after);
  const [was, is] = [before.sections[key], after.sections[key]];
  // Fields that this version of the form does not have any more stand last.
  const known = sectionFields(key, { targetYears });
  const fields = new Set([...known, ...Object.keys(was), ...Object.keys(is)]);
  return [...fields].filter((field) => !withoutOwnRow.test(field)).flatMap((field) => compareField(field, was, is));
}

function compareEvidence(key: SectionKey, before: PlanContent, after: PlanContent): FieldDifference[] {
  const named = (content: PlanContent) =>
    citesInWords({ content, evidence: content.evidence ?? [] }, key, content.sections[key]);
  const [was, is] = [named(before), named(after)];
  return was === is ? [] : [{ field: CITES, label: fieldLabel(CITES), kind: "value", before: was, after: is }];
}

const yearsOf = (...plans: PlanContent[]): number[] =>
  [...new Set(plans.flatMap(({ setting }) => setting.targetYears))].sort((a, b) => a - b);

/** The targets of every year, old and new, with the difference in percentage points; none where they are the same. */
export function compareTargets(before: PlanContent, after: PlanContent): TargetDifference[] {
  const rows = yearsOf(before, after).map((year) => {
    const [was, is] = [targetOf(before.sections.targets, year), targetOf(after.sections.targets, year)];
    const points = was === null || is === null ? null : Math.round((is - was) * 10) / 10;
    return { year, before: was, after: is, points };
  });
  return rows.some((row) => row.before !== row.after) ? rows : [];
}

const stances = { acknowledged: "Acknowledges the plan", disagreed: "Disagrees with the plan" };

function compareReplies(before: PlanContent, after: PlanContent): FieldDifference[] {
  const schools = new Map([...before.headReplies, ...after.headReplies].map((reply) => [reply.schoolId, reply]));
  return [...schools.values()].flatMap(({ schoolId, schoolName }): FieldDifference[] => {
    const find = ({ headReplies }: PlanContent) => headReplies.find((reply) => reply.schoolId === schoolId);
    const [was, is] = [find(before), find(after)];
    const label = `Headteacher’s reply: ${schoolName}`;
    const stance = (reply: typeof was) => (reply ? stances[reply.stance] : "");
    const comment = (reply: typeof was) => reply?.comment.trim() ?? "";
    return [
      ...(stance(was) === stance(is)
        ? []
        : [{ field: `stance-${schoolId}`, label, kind: "value" as const, before: stance(was), after: stance(is) }]),
      ...(comment(was) === comment(is)
        ? []
        : [
            {
              field: `comment-${schoolId}`,
              label: `Headteacher’s comment: ${schoolName}`,
              kind: "text" as const,
              difference: compareTexts(comment(was), comment(is)),
            },
          ]),
    ];
  });
}

function compareCosts(before: PlanContent, after: PlanContent): FieldDifference[] {
  const total = ({ actions }: PlanContent) => formatPounds(actionsCost(actions) / 100);
  if (total(before) === total(after)) return [];
  const label = "Cost of all actions";
  return [{ field: "actionsCost", label, kind: "value", before: total(before), after: total(after) }];
}

/** What one section of a plan says otherwise in the second than in the first. */
export function compareSection(key: SectionKey, before: PlanContent, after: PlanContent): SectionDifference {
  const section = orderedSections.find((candidate) => candidate.key === key);
  const fields = compareFields(key, before, after);
  return {
    key,
    number: section?.number ?? 0,
    title: section?.title ?? key,
    fields: [
      ...(key === "cost" ? compareCosts(before, after) : []),
      ...fields,
      ...compareEvidence(key, before, after),
      ...(key === "governance" ? compareReplies(before, after) : []),
    ],
    actions: key === "actions" ? compareActions(before.actions, after.actions) : [],
    targets: key === "targets" ? compareTargets(before, after) : [],
  };
}

/** The sections of a plan that say something else in the second than in the first, in their order. */
export const comparePlans = (before: PlanContent, after: PlanContent): SectionDifference[] =>
  changedSections(before, after).map((key) => compareSection(key, before, after));
