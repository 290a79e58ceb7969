export interface CouncilShare {
  code: string;
  eligible: number;
  flagged: number;
  /** flagged ÷ eligible, 0 to 1. */
  proportion: number;
}

/** Councils with eligible schools by flagged ÷ eligible, highest first; ties by number flagged, then by code. */
export function shareByCouncil(
  verdicts: Iterable<{ school: { councilCode: string }; eligible: boolean; flagged: boolean }>,
): CouncilShare[] {
  const counts = new Map<string, { eligible: number; flagged: number }>();
  for (const { school, eligible, flagged } of verdicts) {
    if (!eligible) continue;
    const count = counts.get(school.councilCode) ?? { eligible: 0, flagged: 0 };
    counts.set(school.councilCode, { eligible: count.eligible + 1, flagged: count.flagged + (flagged ? 1 : 0) });
  }
  return [...counts]
    .map(([code, { eligible, flagged }]) => ({ code, eligible, flagged, proportion: flagged / eligible }))
    .sort(
      (a, b) =>
        // Multiplied across, so that 1 ÷ 3 and 2 ÷ 6 tie exactly.
        b.flagged * a.eligible - a.flagged * b.eligible || b.flagged - a.flagged || (a.code < b.code ? -1 : 1),
    );
}
