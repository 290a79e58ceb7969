/** Schools on one page of a comparison. */
export const COMPARED_PAGE = 50;

/** In what schools of two runs differ; a school may stand on several lists. */
export const comparedLists = {
  flagged: "Newly flagged",
  cleared: "No longer flagged",
  values: "Changed results",
  eligibility: "Eligible in one run only",
  added: "New in the later run",
  gone: "Not in the later run",
} as const;
export type ComparedList = keyof typeof comparedLists;

/** Without a list, the first on which a school stands is shown. */
export type ComparisonQuery = { with: string | null; list: ComparedList | null; page: number };

export function readComparisonQuery(params: URLSearchParams): ComparisonQuery {
  const list = params.get("list") ?? "";
  const page = Number(params.get("page") ?? 1);
  return {
    with: params.get("with"),
    list: Object.hasOwn(comparedLists, list) ? (list as ComparedList) : null,
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address of a comparison of a run with another. */
export function comparisonHref(
  runId: string,
  { with: other, list, page = 1 }: Partial<ComparisonQuery>,
  at = "compare",
) {
  const params = new URLSearchParams({ ...(other && { with: other }), ...(list && { list }) });
  if (page > 1) params.set("page", String(page));
  return `/runs/${runId}/${at}?${params.toString()}`;
}
