export type CouncilCount = { code: string; name: string; region: string; eligible: number; flagged: number };

export type RankedCouncil = CouncilCount & {
  /** flagged ÷ eligible, 0 to 1. */
  proportion: number;
  /** Place in the order of proportion, from 1; null for a council with too few eligible schools to be ranked. */
  rank: number | null;
  /** Among the first K. */
  proposed: boolean;
  /** Same proportion and same number flagged as another ranked council: only the code decides their order. */
  tied: boolean;
};

/** Compares proportions as fractions, so that 1 in 3 and 2 in 6 are the same whatever the machine makes of thirds. */
const byProportion = (a: CouncilCount, b: CouncilCount) =>
  b.flagged * a.eligible - a.flagged * b.eligible || b.flagged - a.flagged || (a.code < b.code ? -1 : 1);

/**
 * Councils in order of flagged ÷ eligible schools, ties by number flagged, then by code. The first `cohortSize` with a
 * flagged school are proposed as priority. Councils with fewer than `smallestCouncil` eligible schools come last and
 * are not ranked. Policy: the primary floor (December 2009).
 */
export function rankCouncils(
  counts: readonly CouncilCount[],
  { cohortSize, smallestCouncil }: { cohortSize: number; smallestCouncil: number },
): RankedCouncil[] {
  const withSchools = counts.filter(({ eligible }) => eligible > 0).sort(byProportion);
  const large = withSchools.filter(({ eligible }) => eligible >= smallestCouncil);
  const small = withSchools.filter(({ eligible }) => eligible < smallestCouncil);
  const tiedWith = (a: CouncilCount, b: CouncilCount | undefined) =>
    b !== undefined && a.flagged * b.eligible === b.flagged * a.eligible && a.flagged === b.flagged;
  const ranked = large.map((council, at) => ({
    ...council,
    proportion: council.flagged / council.eligible,
    rank: at + 1,
    proposed: at < cohortSize && council.flagged > 0,
    tied: council.flagged > 0 && (tiedWith(council, large[at - 1]) || tiedWith(council, large[at + 1])),
  }));
  const unranked = small.map((council) => ({
    ...council,
    proportion: council.flagged / council.eligible,
    rank: null,
    proposed: false,
    tied: false,
  }));
  return [...ranked, ...unranked];
}
