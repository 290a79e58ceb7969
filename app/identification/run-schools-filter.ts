/** Schools on one page of the list. */
export const RUN_SCHOOLS_PAGE = 50;

/** Which schools of a run are listed. */
export const runSchoolLists = {
  flagged: "Flagged",
  firstConcern: "First concern",
  boundary: "Boundary cases",
  notFlagged: "Eligible, not flagged",
  notEligible: "Not eligible",
} as const;
export type RunSchoolList = keyof typeof runSchoolLists;

export type RunSchoolsQuery = { list: RunSchoolList; council: string | null; page: number };

export function readRunSchoolsQuery(params: URLSearchParams): RunSchoolsQuery {
  const list = params.get("list") ?? "";
  const council = params.get("council") ?? "";
  const page = Number(params.get("page") ?? 1);
  return {
    list: Object.hasOwn(runSchoolLists, list) ? (list as RunSchoolList) : "flagged",
    council: /^\d{3}$/.test(council) ? council : null,
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address of a list of a run's schools. */
export function runSchoolsHref(runId: string, { list, council, page = 1 }: Partial<RunSchoolsQuery>, at = "schools") {
  const params = new URLSearchParams();
  if (list) params.set("list", list);
  if (council) params.set("council", council);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/runs/${runId}/${at}${query ? `?${query}` : ""}`;
}
