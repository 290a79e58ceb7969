import { isSupportSubject, type SupportSubject } from "./subjects";

/** Which support schools are looked for. */
export type MatchingQuery = { phase: "same" | "any"; subject: SupportSubject | null; within: number | null };

/** The distances that can be asked for, in kilometres. */
export const distances = [10, 25, 50, 100] as const;

/** The filters of an address; what is not one of theirs is left out. */
export function readMatchingQuery(params: URLSearchParams): MatchingQuery {
  const subject = params.get("subject");
  const within = distances.find((km) => String(km) === params.get("within"));
  return {
    phase: params.get("phase") === "any" ? "any" : "same",
    subject: isSupportSubject(subject) ? subject : null,
    within: within ?? null,
  };
}

/** The address of a case's matches with these filters. */
export function matchingHref(caseId: string, { phase, subject, within }: MatchingQuery, page = ""): string {
  const params = new URLSearchParams();
  if (phase === "any") params.set("phase", phase);
  if (subject) params.set("subject", subject);
  if (within) params.set("within", String(within));
  const query = params.toString();
  return `/support/cases/${caseId}${page}${query ? `?${query}` : ""}`;
}
