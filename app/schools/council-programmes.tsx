import { describeCaseStatus, isOwed } from "~/deadlines/describe-case-status";
import { DownloadList } from "~/documents/download-list";
import { Details } from "~/ui/details";
import { formatPlural } from "~/ui/format-number";
import { StatCards } from "~/ui/stat-cards";
import { TaskList, type TaskListItem } from "~/ui/task-list";
import type { CouncilProgramme, CouncilSchool } from "./list-council-schools.server";

type CouncilProgrammesProps = { programmes: CouncilProgramme[]; today: string; isLead: boolean };

const toTask =
  (today: string) =>
  (school: CouncilSchool): TaskListItem => {
    const { tag, colour, date, detail } = describeCaseStatus({ ...school, today });
    return {
      title: `${school.school}: ${school.next.text[0]?.toLowerCase()}${school.next.text.slice(1)}`,
      href: school.next.href,
      status: { text: tag, colour },
      date: date && (
        <>
          {date}
          {detail && (
            <>
              <br />
              {detail}
            </>
          )}
        </>
      ),
    };
  };

function count(programmes: CouncilProgramme[], today: string) {
  const running = programmes.flatMap((programme) => programme.running);
  const owed = running.filter(({ planState }) => isOwed(planState));
  return {
    owed: owed.length,
    overdue: owed.filter(({ dueOn }) => dueOn < today).length,
    withDepartment: running.length - owed.length - running.filter(({ planState }) => planState === "approved").length,
    approved: running.filter(({ planState }) => planState === "approved").length,
    ready: owed.filter(({ ready }) => ready),
    untold: running.filter(({ headTold }) => !headTold),
  };
}

function HeadsToTell({ schools }: { schools: CouncilSchool[] }) {
  if (schools.length === 0) return null;
  return (
    <section aria-labelledby="heads">
      <h2 className="govuk-heading-m" id="heads">
        {formatPlural(schools.length, "headteacher")} to tell
      </h2>
      <p className="govuk-body">Tell each headteacher of the flag before anyone else learns of it.</p>
      <ul className="govuk-list govuk-list--bullet">
        {schools.map(({ caseId, school }) => (
          <li key={caseId}>
            <a className="govuk-link" href={`/cases/${caseId}/headteacher`}>
              Tell the headteacher of {school}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Programme({ programme, today }: { programme: CouncilProgramme; today: string }) {
  const { id, name, running, ended, withPlans } = programme;
  const over = running.length === 0;
  const finished = ended.length > 0 && (
    <Details summary={over ? `${name}: finished` : `${formatPlural(ended.length, "school")} with nothing more to do`}>
      <TaskList idPrefix={`ended-${id}`} items={ended.map(toTask(today))} />
    </Details>
  );
  if (over) return finished;
  return (
    <section aria-labelledby={`programme-${id}`}>
      <h2 className="govuk-heading-m" id={`programme-${id}`}>
        {name}
      </h2>
      <TaskList idPrefix={`running-${id}`} items={running.map(toTask(today))} />
      {withPlans.length > 0 && (
        <DownloadList
          downloads={withPlans.map((council) => ({
            text: `Download the plans of ${council.name} as one file (PDF)`,
            href: `/councils/${council.code}/pdf?programme=${id}`,
            hiddenText: name,
          }))}
        />
      )}
      {finished}
    </section>
  );
}

/** A council's schools by programme, the most urgent first, under what they come to in numbers. */
export function CouncilProgrammes({ programmes, today, isLead }: CouncilProgrammesProps) {
  if (programmes.length === 0) return null;
  const { owed, overdue, withDepartment, approved, ready, untold } = count(programmes, today);
  return (
    <>
      <StatCards
        stats={[
          {
            value: owed,
            label: owed === 1 ? "Plan to submit" : "Plans to submit",
            tone: owed > 0 ? "waiting" : undefined,
          },
          { value: overdue, label: "Overdue", tone: overdue > 0 ? "late" : undefined },
          { value: withDepartment, label: "With the Department" },
          { value: approved, label: "Approved", tone: approved > 0 ? "done" : undefined },
        ]}
      />
      <HeadsToTell schools={untold} />
      {isLead && ready.length > 0 && (
        <section aria-labelledby="ready">
          <h2 className="govuk-heading-m" id="ready">
            Ready for you to submit
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {ready.map(({ caseId, school, next }) => (
              <li key={caseId}>
                <a className="govuk-link" href={next.href}>
                  {school}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {programmes.map((programme) => (
        <Programme key={programme.id} programme={programme} today={today} />
      ))}
    </>
  );
}
