import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseTable } from "~/deadlines/case-table";
import { listCouncilCases } from "~/deadlines/list-council-cases.server";
import { ProgrammeSwitcher } from "~/deadlines/programme-switcher";
import { DownloadList } from "~/documents/download-list";
import { describeEscalation } from "~/escalation/describe-escalation";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { finalStates } from "~/plans/final-states";
import { isAdmin } from "~/platform/actor";
import { today } from "~/platform/clock.server";
import type { PageHandle } from "~/platform/page-scripts";
import { PageHeading } from "~/ui/page-heading";
import { StatCards } from "~/ui/stat-cards";

export const handle: PageHandle = {
  title: (data: { council: { name: string } } | undefined) => `Plans of ${data?.council.name ?? "a council"}`,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "councils.$code");
  const programmeId = new URL(args.request.url).searchParams.get("programme");
  const day = today();
  const found = await listCouncilCases({ actor, councilCode: args.params.code ?? "", programmeId, today: day });
  return { ...found, today: day, fromBoard: isAdmin(actor) };
}

export default function CouncilCases() {
  const {
    council,
    cohort,
    programmes,
    programme,
    cases,
    anySubmitted,
    escalation,
    today: day,
    fromBoard,
  } = useLoaderData<typeof loader>();
  const count = (...states: string[]) => cases.filter(({ planState }) => states.includes(planState)).length;
  const back = fromBoard
    ? { href: programme ? `/board?programme=${programme.id}` : "/board", text: "Back to the board" }
    : { href: "/reviews", text: "Back to the review queue" };
  return (
    <ServicePage back={back}>
      <PageHeading caption={programme?.name}>{council.name}</PageHeading>
      <p className="govuk-body">
        {council.region}
        {cohort && `. ${cohort === "priority" ? "Priority" : "Standard"} cohort.`}
      </p>
      {escalation && (
        <p className="govuk-body">
          {describeEscalation(escalation)}{" "}
          <a className="govuk-link" href={`/escalations/${escalation.id}`}>
            Read the reasons and the council’s answers
          </a>
        </p>
      )}
      <ProgrammeSwitcher action={`/councils/${council.code}`} programmes={programmes} selected={programme?.id} />
      {cases.length === 0 ? (
        <p className="govuk-body">This council has no school in the programme.</p>
      ) : (
        <>
          <StatCards
            stats={[
              { value: cases.length - count(...finalStates), label: "Plans needed" },
              { value: count("submitted", "inReview", "awaitingSecondApproval"), label: "Submitted, being reviewed" },
              { value: count("approved"), label: "Approved", tone: "done" },
              { value: cases.filter(({ overdue }) => overdue).length, label: "Overdue", tone: "late" },
            ]}
          />
          <CaseTable cases={cases} today={day} caption={`Schools of ${council.name}`} />
          {anySubmitted && programme && (
            <DownloadList
              downloads={[
                {
                  text: "Download the submitted plans as one file (PDF)",
                  href: `/councils/${council.code}/pdf?programme=${programme.id}`,
                },
              ]}
            />
          )}
        </>
      )}
    </ServicePage>
  );
}
