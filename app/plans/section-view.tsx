import { CitedEvidence } from "~/evidence/cited-evidence";
import { evidenceOf } from "~/evidence/claims";
import { ResultsChart } from "~/schools/results-chart";
import { formatDate } from "~/ui/format-date";
import { formatPounds } from "~/ui/format-number";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { readDate } from "~/ui/date-field";
import type { SectionKey } from "~workflows/school-plan/types";
import { AcceptedWords } from "./accepted-words";
import { ActionSummary } from "./action-summary";
import { ActionTimeline } from "./action-timeline";
import { FindingList } from "./finding-list";
import { actionsCost, listOf, type PlanContent, textOf } from "./plan-content";
import type { PlanDates } from "./plan-timeline";
import { readPounds } from "./read-pounds";
import { type CauseKey, causeKeys, causeNames, riskRows } from "./section-schemas";
import { TargetsChart } from "./targets-chart";
import { TargetsWorth } from "./targets-worth";

type ViewProps = {
  content: PlanContent;
  id: string;
  withoutResults?: boolean;
  dates: PlanDates | null;
  markMissing?: boolean;
};

const Text = ({ children }: { children: string }) =>
  children.trim() ? (
    <span className="app-typed-text">{children}</span>
  ) : (
    <span className="govuk-hint">Not given yet</span>
  );

const row = (key: string, text: string): SummaryRow => ({ key, value: <Text>{text}</Text> });

/** What is claimed, and the evidence behind it. */
const claimRow = (view: ViewProps, section: SectionKey, key: string, title: string): SummaryRow => {
  const { content, markMissing } = view;
  const text = textOf(content.sections[section], key);
  const evidence = evidenceOf(content, section, key);
  return {
    key: title,
    value: (
      <>
        <Text>{text}</Text>
        <CitedEvidence evidence={evidence} markMissing={markMissing && text.trim() !== ""} />
      </>
    ),
  };
};

function Position(view: ViewProps) {
  const { content, id, withoutResults } = view;
  const typed = content.sections.position;
  return (
    <>
      {!withoutResults && <ResultsChart id={`${id}-results`} results={content.setting.results} />}
      <SummaryList
        rows={[
          claimRow(view, "position", "standing", "What the results show"),
          row("Intake", textOf(typed, "intake")),
          claimRow(view, "position", "improving", "Already improving"),
        ]}
      />
    </>
  );
}

function Causes(view: ViewProps) {
  const typed = view.content.sections.causes;
  const named = causeKeys.filter((key) => listOf(typed, "causes").includes(key));
  if (named.length === 0) return <SummaryList rows={[row("Causes", "")]} />;
  const rows = named.map((key: CauseKey) => claimRow(view, "causes", `evidence-${key}`, causeNames[key]));
  return <SummaryList rows={rows} />;
}

function Actions({ content, id, dates, markMissing }: ViewProps) {
  const together = textOf(content.sections.actions, "together");
  return (
    <>
      {content.actions.length === 0 && <SummaryList rows={[row("Actions", "")]} />}
      <ActionTimeline id={`${id}-timeline`} content={content} dates={dates} />
      {content.actions.map((action, index) => (
        <ActionSummary
          key={action.id}
          action={action}
          number={index + 1}
          evidence={<CitedEvidence evidence={evidenceOf(content, "actions", action.id)} markMissing={markMissing} />}
        />
      ))}
      {together && <SummaryList rows={[row("How the actions work together", together)]} />}
    </>
  );
}

function Targets(view: ViewProps) {
  const { content, id } = view;
  const typed = content.sections.targets;
  return (
    <>
      <TargetsChart id={`${id}-targets`} setting={content.setting} targets={typed} />
      <TargetsWorth setting={content.setting} targets={typed} />
      <SummaryList rows={[claimRow(view, "targets", "basis", "How the targets were set")]} />
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
  /** Only where the reader may know when the plan is due: never for a guest. */
  dates?: PlanDates | null;
  /** The plan's id where the reader may change it. */
  planId?: string;
  /** Says where a claim cites no evidence, to those who write or decide. */
  markMissing?: boolean;
};

/** One section of a plan to read: in check answers, in a review, and for the head and the adviser. */
export function SectionView(props: SectionViewProps) {
  const { section, content, id = section, withoutResults, dates = null, planId, markMissing } = props;
  const View = views[section];
  return (
    <>
      <FindingList section={section} content={content} planId={planId} />
      <View {...{ content, id, withoutResults, dates, markMissing }} />
      <AcceptedWords section={section} content={content} />
    </>
  );
}
