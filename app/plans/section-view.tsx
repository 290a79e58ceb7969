import { ResultsChart } from "~/schools/results-chart";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { readDate } from "~/ui/date-field";
import type { SectionKey } from "~workflows/school-plan/types";
import { AcceptedWords } from "./accepted-words";
import { ActionSummary } from "./action-summary";
import { actionsCost, listOf, type PlanContent, textOf } from "./plan-content";
import { readPounds } from "./read-pounds";
import { type CauseKey, causeKeys, causeNames, riskRows } from "./section-schemas";
import { TargetsChart } from "./targets-chart";

type ViewProps = { content: PlanContent; id: string; withoutResults?: boolean };

const Text = ({ children }: { children: string }) =>
  children.trim() ? (
    <span className="app-typed-text">{children}</span>
  ) : (
    <span className="govuk-hint">Not given yet</span>
  );

const row = (key: string, text: string): SummaryRow => ({ key, value: <Text>{text}</Text> });

function Position({ content, id, withoutResults }: ViewProps) {
  const typed = content.sections.position;
  return (
    <>
      {!withoutResults && <ResultsChart id={`${id}-results`} results={content.setting.results} />}
      <SummaryList
        rows={[
          row("What the results show", textOf(typed, "standing")),
          row("Intake", textOf(typed, "intake")),
          row("Already improving", textOf(typed, "improving")),
        ]}
      />
    </>
  );
}

function Causes({ content }: ViewProps) {
  const typed = content.sections.causes;
  const named = causeKeys.filter((key) => listOf(typed, "causes").includes(key));
  if (named.length === 0) return <SummaryList rows={[row("Causes", "")]} />;
  return <SummaryList rows={named.map((key: CauseKey) => row(causeNames[key], textOf(typed, `evidence-${key}`)))} />;
}

function Actions({ content }: ViewProps) {
  const together = textOf(content.sections.actions, "together");
  return (
    <>
      {content.actions.length === 0 && <SummaryList rows={[row("Actions", "")]} />}
      {content.actions.map((action, index) => (
        <ActionSummary key={action.id} action={action} number={index + 1} />
      ))}
      {together && <SummaryList rows={[row("How the actions work together", together)]} />}
    </>
  );
}

function Targets({ content, id }: ViewProps) {
  const typed = content.sections.targets;
  return (
    <>
      <TargetsChart id={`${id}-targets`} setting={content.setting} targets={typed} />
      <SummaryList rows={[row("How the targets were set", textOf(typed, "basis"))]} />
    </>
  );
}

function Governance({ content }: ViewProps) {
  const typed = content.sections.governance;
  const consulted = readDate(typed, "governors", "Date");
  const absent = textOf(typed, "headAbsent");
  return (
    <>
      <SummaryList
        rows={[
          row("Governors consulted", "date" in consulted ? formatDate(consulted.date) : ""),
          row("What governors said", textOf(typed, "governorsSaid")),
          row("Parents", textOf(typed, "parents")),
          ...(content.headReplies.length === 0 || absent ? [row("Why there is no headteacher’s reply", absent)] : []),
        ]}
      />
      {content.headReplies.map(({ schoolId, schoolName, stance, comment, givenAt }) => (
        <SummaryCard key={schoolId} title={`Headteacher’s reply: ${schoolName}`} headingLevel={3}>
          <SummaryList
            rows={[
              {
                key: "Reply",
                value: stance === "acknowledged" ? "Acknowledges the plan" : "Disagrees with the plan",
              },
              ...(comment.trim() ? [row("Comment", comment)] : []),
              { key: "Given", value: formatDate(givenAt) },
            ]}
          />
        </SummaryCard>
      ))}
    </>
  );
}

function Cost({ content }: ViewProps) {
  const typed = content.sections.cost;
  const actions = actionsCost(content.actions);
  const other = readPounds(textOf(typed, "otherCosts"));
  const savings = readPounds(textOf(typed, "savings"));
  const amount = (pence: number | null) => (pence === null ? "" : formatPounds(pence / 100));
  return (
    <SummaryList
      rows={[
        row("Cost of all actions", amount(actions)),
        row("Other costs", amount(other)),
        ...(other ? [row("What the other costs are for", textOf(typed, "otherCostsFor"))] : []),
        row("Savings from sharing", amount(savings)),
        ...(savings ? [row("Where the savings come from", textOf(typed, "savingsFrom"))] : []),
        row("Total after savings", amount(other === null || savings === null ? null : actions + other - savings)),
        row("Funding", textOf(typed, "funding")),
      ]}
    />
  );
}

function Risks({ content }: ViewProps) {
  const typed = content.sections.risks;
  const given = riskRows.filter((at) => textOf(typed, `risk-${at}`) || textOf(typed, `mitigation-${at}`));
  if (given.length === 0) return <SummaryList rows={[row("Risks", "")]} />;
  return (
    <>
      {given.map((at) => (
        <SummaryCard key={at} title={`Risk ${at}`} headingLevel={3}>
          <SummaryList
            rows={[
              row("What could happen", textOf(typed, `risk-${at}`)),
              row("What we will do", textOf(typed, `mitigation-${at}`)),
            ]}
          />
        </SummaryCard>
      ))}
    </>
  );
}

const views = {
  position: Position,
  causes: Causes,
  actions: Actions,
  targets: Targets,
  governance: Governance,
  cost: Cost,
  risks: Risks,
};

type SectionViewProps = {
  section: SectionKey;
  content: PlanContent;
  /** Begins the ids of the charts; needed where a page shows a section twice. */
  id?: string;
  /** For a page that shows the results elsewhere. */
  withoutResults?: boolean;
};

/** One section of a plan to read: in check answers, in a review, and for the head and the adviser. */
export function SectionView({ section, content, id = section, withoutResults }: SectionViewProps) {
  const View = views[section];
  return (
    <>
      <View content={content} id={id} withoutResults={withoutResults} />
      <AcceptedWords section={section} content={content} />
    </>
  );
}
