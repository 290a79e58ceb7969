import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { checksOf } from "./checks";
import { checks as escalationChecks } from "./council-escalation/guards";
import { councilEscalationMachine, machineVersion as escalationVersion } from "./council-escalation/machine";
import { checks as planChecks } from "./school-plan/guards";
import { machineVersion as planVersion, schoolPlanMachine } from "./school-plan/machine";
import { checks as requestChecks } from "./support-request/guards";
import { machineVersion as requestVersion, supportRequestMachine } from "./support-request/machine";
import { checks as supportChecks } from "./support-school/guards";
import { machineVersion as supportVersion, supportSchoolMachine } from "./support-school/machine";

type Words = Readonly<Record<string, { asks: "who" | "when"; words: string }>>;
type Row = { from: string; event: string; to: string | null; who: string; when: string; then: string };

const ANY = "any state that is not final";

const finalStates = (region: AnyStateNode) => Object.values(region.states).filter((state) => state.type === "final");

function listRows(node: AnyStateNode, from: string, words: Words): Row[] {
  return [...node.transitions.values()].flat().map((transition) => {
    const asked = checksOf(transition.guard).flatMap((name) => words[name] ?? []);
    const listed = (column: "who" | "when") =>
      asked.flatMap((check) => (check.asks === column ? [check.words] : [])).join("; ");
    return {
      from,
      event: transition.eventType,
      to: transition.target?.map((target: AnyStateNode) => target.key).join(", ") ?? null,
      who: listed("who"),
      when: listed("when"),
      then: transition.actions.map((action: unknown) => nameOf(action)).join(", "),
    };
  });
}

const nameOf = (action: unknown) =>
  typeof action === "object" && action !== null && "type" in action ? String(action.type) : String(action);

const rowsOf = (region: AnyStateNode, words: Words) => [
  ...Object.values(region.states).flatMap((state) => listRows(state, state.key, words)),
  ...listRows(region, ANY, words),
];

function table(region: AnyStateNode, words: Words): string {
  const lines = rowsOf(region, words).map(
    ({ from, event, to, who, when, then }) => `| ${from} | ${event} | ${to ?? "stays"} | ${who} | ${when} | ${then} |`,
  );
  const ends = finalStates(region).map((state) => `| ${state.key} | none: final | | | | |`);
  return [
    "| state | event | next | who | when | then |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
    ...ends,
  ].join("\n");
}

function diagram(region: AnyStateNode, words: Words): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, event, to } of rowsOf(region, words)) {
    const start = from === ANY ? "any" : from;
    const arrow = `${start} --> ${to ?? start}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(event));
  }
  const drawn = [...arrows].map(([arrow, events]) => `  ${arrow}: ${[...events].join(", ")}`);
  const any = region.transitions.size > 0 ? [`  state "${ANY}" as any`] : [];
  const initial = region.initial.target.map((state) => `  [*] --> ${state.key}`);
  const ends = finalStates(region).map((state) => `  ${state.key} --> [*]`);
  return ["```mermaid", "stateDiagram-v2", ...any, ...initial, ...drawn, ...ends, "```"].join("\n");
}

function chapter(title: string, version: number, machine: AnyStateMachine, words: Words): string {
  const body = (node: AnyStateNode) => `${table(node, words)}\n\n${diagram(node, words)}`;
  if (machine.root.type !== "parallel") return [`## ${title}`, `Version ${version}.`, body(machine.root)].join("\n\n");
  const regions = Object.values(machine.root.states).map(
    (region) => `### ${title}: region \`${region.key}\`\n\n${body(region)}`,
  );
  return [`## ${title}`, `Version ${version}. The regions are parallel.`, ...regions].join("\n\n");
}

const introduction = `# Workflows

What may happen, as pure XState machines, and the decisions made from them. Nothing here reads a clock, a database, the
environment or a random number: time, ids and every fact that a guard reads arrive in the event.

The tables and diagrams below are generated from the machines by \`npx tsx workflows/document.ts\`; a test fails while
they differ. Rows of one state and event are tried from top to bottom. \`who\` is the role that may send the event; an
event without one is internal, raised by an accepted transition of the other region, except DAY_BEGAN and DEADLINE_SET,
which the deadline hears itself. \`then\` lists what is remembered (\`note…\`, \`set…\`, \`forget…\`, \`reopen…\`),
what the other region is told (\`tell…\`) and the effects handed to the caller (facts, like \`planReturned\`).

- \`decide\` refuses everything once a case has ended, and says why it refuses from the same guards.
- DAY_BEGAN that moves nothing is accepted with \`changed: false\` and is not logged.
- Free text never enters an event or a context: guards read whether it was given.
- Histories recorded by any released version replay to the same state; a change that would break one is a new version.
`;

/** The text of workflows/README.md as the machines give it. */
export function workflowsReadme(): string {
  return [
    introduction,
    chapter("school-plan", planVersion, schoolPlanMachine, planChecks),
    "",
    chapter("council-escalation", escalationVersion, councilEscalationMachine, escalationChecks),
    "",
    chapter("support-school", supportVersion, supportSchoolMachine, supportChecks),
    "",
    chapter("support-request", requestVersion, supportRequestMachine, requestChecks),
    "",
  ].join("\n");
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) writeFileSync(fileURLToPath(new URL("README.md", import.meta.url)), workflowsReadme());
