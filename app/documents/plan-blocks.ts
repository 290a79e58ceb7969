import { citesInWords } from "~/evidence/evidence-words";
import { actionKindName } from "~/plans/action-kinds";
import { actionsCost, listOf, type PlanActionContent, type PlanContent, textOf } from "~/plans/plan-content";
import { orderedSections } from "~/plans/plan-sections";
import { readPounds } from "~/plans/read-pounds";
import { fieldLabel } from "~/plans/section-labels";
import { type CauseKey, causeKeys, causeNames, riskRows, sectionFields } from "~/plans/section-schemas";
import { readDate } from "~/ui/date-field";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import type { SectionKey } from "~workflows/school-plan/types";
import type { Block, Heading, TableBlock } from "./block";
import { resultsBlocks, targetsBlocks } from "./describe-figures";
import { isSharedField, isSharedInAction, shareableContent } from "./shareable-fields";

export type Version = "whole" | "shareable";
/** Of one plan: where its headings begin (a bundle puts each a level lower), and in which version. */
type Layout = { content: PlanContent; version: Version; level: 1 | 2 };

const under = (level: number): Heading["level"] => Math.min(level, 4) as Heading["level"];

type Row = [label: string, text: string];
const answers = (rows: Row[]): TableBlock[] =>
  rows.length === 0
    ? []
    : [{ kind: "table", rows: rows.map(([label, text]) => [label, text.trim() || "Not given yet"]) }];

/** The fields of a section by their labels, without those that this version leaves out. */
function fieldRows({ content, version }: Layout, key: SectionKey, rows: [field: string, label: string][]): Row[] {
  const shown = rows.filter(([field]) => version === "whole" || isSharedField(field));
  return shown.map(([field, label]) => [label, textOf(content.sections[key], field)]);
}

// A question that was added to a section after this list is printed under its form's label, not lost.
function otherRows({ content, version }: Layout, key: SectionKey): Row[] {
  const known = new Set([...sectionFields(key, content.setting), "reply"]);
  return Object.entries(content.sections[key]).flatMap(([field, held]): Row[] => {
    const label = fieldLabel(field);
    if (known.has(field) || field.startsWith("target-") || label === field || typeof held !== "string") return [];
    return version === "whole" || isSharedField(field) ? [[label, held]] : [];
  });
}

// What plans of before were not asked has no row there.
const askedLater = new Set(["causes", "targetYear", "supportSchool"]);
const inWords = (causes: string[] = []) => causes.map((key) => causeNames[key as CauseKey] ?? key).join(", ");

function actionRows(action: PlanActionContent, version: Version): Row[] {
  const rows: [field: string, label: string, text: string][] = [
    ["what", "What", action.what],
    ["who", "Who", action.who],
    ["startsOn", "When", `${formatDate(action.startsOn)} to ${formatDate(action.endsOn)}`],
    ["costPence", "Cost", formatPounds(action.costPence / 100)],
    ["funding", "Funding", action.funding],
    ["milestone", "Milestone", action.milestone],
    ["measureOfSuccess", "Measure of success", action.measureOfSuccess],
    ["causes", "Causes it answers", inWords(action.causes)],
    ["targetYear", "Target it is meant to move", String(action.targetYear ?? "")],
    ["supportSchool", "Support school", action.supportSchool ?? ""],
  ];
  return rows
    .filter(([field, , text]) => text !== "" || !askedLater.has(field))
    .filter(([field]) => version === "whole" || isSharedInAction(field))
    .map(([, label, text]) => [label, text]);
}

function causes(layout: Layout): Block[] {
  const typed = layout.content.sections.causes;
  const named = causeKeys.filter((key) => listOf(typed, "causes").includes(key));
  if (named.length === 0) return answers([["Causes", ""]]);
  return answers(
    named.map((key) => [
      causeNames[key],
      layout.version === "whole" || isSharedField(`evidence-${key}`)
        ? textOf(typed, `evidence-${key}`)
        : "Named as a cause.",
    ]),
  );
}

function actions(layout: Layout): Block[] {
  const { content, version, level } = layout;
  const each = content.actions.flatMap((action, index): Block[] => [
    { kind: "heading", level: under(level + 2), text: `Action ${index + 1}: ${actionKindName(action.kind)}` },
    ...answers(actionRows(action, version)),
  ]);
  const together = textOf(content.sections.actions, "together").trim();
  return [
    ...(each.length > 0 ? each : answers([["Actions", ""]])),
    ...answers(together ? [["How the actions work together", together]] : []),
  ];
}

function governance(layout: Layout): Block[] {
  const { content, level, version } = layout;
  const consulted = readDate(content.sections.governance, "governors", "Date");
  const day: Row = ["Governors consulted", "date" in consulted ? formatDate(consulted.date) : ""];
  const absent = content.headReplies.length === 0 || textOf(content.sections.governance, "headAbsent") !== "";
  const fields: [string, string][] = [
    ["governorsSaid", "What governors said"],
    ["parents", "Parents"],
    ...(absent ? [["headAbsent", "Why there is no headteacher’s reply"] as [string, string]] : []),
  ];
  const replies = version === "whole" ? content.headReplies : [];
  return [
    ...answers([day, ...fieldRows(layout, "governance", fields)]),
    ...replies.flatMap(({ schoolName, stance, comment, givenAt }): Block[] => [
      { kind: "heading", level: under(level + 2), text: `Headteacher’s reply: ${schoolName}` },
      ...answers([
        ["Reply", stance === "acknowledged" ? "Acknowledges the plan" : "Disagrees with the plan"],
        ...(comment.trim() ? [["Comment", comment] as Row] : []),
        ["Given", formatDate(givenAt)],
      ]),
    ]),
  ];
}

function cost({ content, version }: Layout): Block[] {
  const typed = content.sections.cost;
  const [all, other, savings] = [
    actionsCost(content.actions),
    readPounds(textOf(typed, "otherCosts")),
    readPounds(textOf(typed, "savings")),
  ];
  const amount = (pence: number | null) => (pence === null ? "" : formatPounds(pence / 100));
  const saved: Row[] = [
    ["Savings from sharing", amount(savings)],
    ...(savings ? [["Where the savings come from", textOf(typed, "savingsFrom")] as Row] : []),
  ];
  // A total says what an action costs as soon as there is one action, so none is shared.
  if (version === "shareable") return answers(savings ? saved : []);
  return answers([
    ["Cost of all actions", amount(all)],
    ["Other costs", amount(other)],
    ...(other ? [["What the other costs are for", textOf(typed, "otherCostsFor")] as Row] : []),
    ...saved,
    ["Total after savings", amount(other === null || savings === null ? null : all + other - savings)],
    ["Funding", textOf(typed, "funding")],
  ]);
}

function risks({ content, version, level }: Layout): Block[] {
  if (version === "shareable") return [];
  const typed = content.sections.risks;
  const given = riskRows.filter((at) => textOf(typed, `risk-${at}`) || textOf(typed, `mitigation-${at}`));
  if (given.length === 0) return answers([["Risks", ""]]);
  return given.flatMap((at): Block[] => [
    { kind: "heading", level: under(level + 2), text: `Risk ${at}` },
    ...answers([
      ["What could happen", textOf(typed, `risk-${at}`)],
      ["What we will do", textOf(typed, `mitigation-${at}`)],
    ]),
  ]);
}

const sections: Record<SectionKey, (layout: Layout) => Block[]> = {
  position: (layout) => [
    ...resultsBlocks(layout.content.setting.results),
    ...answers(
      fieldRows(layout, "position", [
        ["standing", "What the results show"],
        ["intake", "Intake"],
        ["improving", "Already improving"],
      ]),
    ),
  ],
  causes,
  actions,
  targets: (layout) => [
    ...targetsBlocks(layout.content.setting, layout.content.sections.targets),
    ...answers(fieldRows(layout, "targets", [["basis", "How the targets were set"]])),
  ],
  governance,
  cost,
  risks,
};

/** The files that a section's claims cite, by claim; none of them goes along with the shareable version. */
function citedRows({ content, version }: Layout, key: SectionKey): Row[] {
  if (version === "shareable") return [];
  const cited = citesInWords({ content, evidence: content.evidence ?? [] }, key, content.sections[key]);
  return cited === "" ? [] : [["Evidence cited", cited]];
}

/** The seven sections of a plan; a section of which this version shows nothing is left out with its heading. */
export function planBlocks({ content, version, level }: Layout): Block[] {
  const layout: Layout = { content: version === "shareable" ? shareableContent(content) : content, version, level };
  return orderedSections.flatMap(({ key, number, title }): Block[] => {
    const blocks = [...sections[key](layout), ...answers([...otherRows(layout, key), ...citedRows(layout, key)])];
    if (blocks.length === 0) return [];
    return [{ kind: "heading", level: under(level + 1), text: `${number}. ${title}` }, ...blocks];
  });
}
