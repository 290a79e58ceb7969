import type { TaskListItem } from "~/ui/task-list";

type Run = { id: string; number: number; state: string };
export type ProgrammeProgress = {
  id: string;
  published: boolean;
  hasResults: boolean;
  /** The newest run, whatever became of it. */
  run?: Run;
};

const onTheWay = ["waiting", "failed", "proposed", "confirmed", "cohortConfirmed"];

/** The run that is on its way to publication, if the newest is. */
const currentRun = ({ run }: ProgrammeProgress): Run | null => (run && onTheWay.includes(run.state) ? run : null);

/** The one thing to do next with a programme, as a link. */
export function programmeNextStep(progress: ProgrammeProgress): { text: string; href: string } {
  const { id, published, hasResults } = progress;
  const run = currentRun(progress);
  if (run?.state === "cohortConfirmed") return { text: "Publish", href: `/runs/${run.id}/publish` };
  if (run?.state === "confirmed") return { text: "Decide the cohorts", href: `/runs/${run.id}/cohort` };
  if (run?.state === "proposed") return { text: `Check and confirm run ${run.number}`, href: `/runs/${run.id}` };
  if (run?.state === "waiting") return { text: `See run ${run.number}`, href: `/runs/${run.id}` };
  if (published) return { text: "Open the board", href: `/board?programme=${id}` };
  if (!hasResults) return { text: "Upload results", href: "/results/upload" };
  return { text: "Run identification", href: `/programmes/${id}` };
}

const done = { text: "Completed" };
const todo = { text: "To do", colour: "blue" } as const;
const later = { text: "Cannot start yet", cannotStart: true };

/** The way from results to publication as a task list. A published programme may go it again with newer results. */
export function programmeSteps(progress: ProgrammeProgress & { results: string }): TaskListItem[] {
  const { published, hasResults, results } = progress;
  const run = currentRun(progress);
  const at = run ? onTheWay.indexOf(run.state) : -1;
  // A published programme without a newer run has every step behind it.
  const finished = published && run === null;
  const proposed = onTheWay.indexOf("proposed");
  const stepOf = (needed: number, href: string | undefined, title: string, hint: string): TaskListItem => {
    if (finished || at > needed) return { title, hint, href: at > needed ? href : undefined, status: done };
    return at === needed ? { title, hint, href, status: todo } : { title, hint, status: later };
  };
  return [
    {
      title: "Results",
      hint: results,
      href: hasResults ? "/results" : "/results/upload",
      status: hasResults ? done : todo,
    },
    {
      title: "Identification run",
      hint: run ? `Run ${run.number}` : "Applies the rule to every school that the results hold",
      href: run ? `/runs/${run.id}` : undefined,
      status:
        finished || at >= proposed ? done : run ? { text: "Running", colour: "yellow" } : hasResults ? todo : later,
    },
    stepOf(proposed, run ? `/runs/${run.id}` : undefined, "Confirm the run", "Check the counts and the boundary cases"),
    stepOf(
      proposed + 1,
      run ? `/runs/${run.id}/cohort` : undefined,
      "Decide the cohorts",
      "Which councils are priority",
    ),
    stepOf(
      proposed + 2,
      run ? `/runs/${run.id}/publish` : undefined,
      "Publish",
      "Each flagged school becomes a case and its council is told",
    ),
  ];
}
