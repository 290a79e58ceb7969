import { bandsBelow } from "./bands";
import {
  bandCounts,
  type CouncilCounts,
  type CountedCell,
  flagParts,
  meanOf,
  type RunSettings,
  type ShownCell,
  sum,
} from "./counted";
import { bandCell, type CellName } from "./figures";
import { areLarge, areOthersLarge, isSmall, type Limits } from "./suppress";

/**
 * A council's own figures as it may hand them on: it knows them itself, its readers do not. No number of the page, and
 * none that comes of taking one from another, says of 1 to 4 schools that they are below, or that they are not.
 *
 * What the run found and what is stored today are counts of the same schools, so those below less those below and
 * eligible are the ones below and not eligible. How many schools with a result are not eligible is no secret: the
 * published tables say which school has which results.
 */
export function suppressOwnFigures(
  { code, count }: CouncilCounts,
  { settings, year, by }: { settings: RunSettings; year: number; by: Limits },
): ShownCell[] {
  const of = (cell: CountedCell) => count(cell, year);
  const cell = (name: CellName, value: number | null, isShown: boolean): ShownCell => ({
    ...{ council: code, scope: "council", cell: name, year },
    value: isShown ? value : null,
  });
  const [schools, below] = [of("schools"), of("below")];
  const ofAll = (isBelowShown: boolean) => [
    cell("schools", schools, areLarge([schools], by)),
    cell("mean", meanOf(of("points"), schools), areLarge([schools], by)),
    cell("below", below, isBelowShown && areLarge([below, schools - below], by)),
  ];
  if (year !== settings.latestYear) return ofAll(true);
  const [eligible, flagged] = [of("eligible"), of("flagged")];
  const [counts, under] = [bandCounts(count, settings), bandsBelow(settings.floor)];
  const sides = [counts.slice(0, under), counts.slice(under)];
  const [eligibleBelow = 0, eligibleAbove = 0] = sides.map(sum);
  const others = { below: below - eligibleBelow, above: schools - below - eligibleAbove };
  const isLeftLarge = areOthersLarge(others, by);

  const isFlaggedShown = areLarge(flagParts(count, settings), by);
  // With a rule of one year those flagged are the eligible ones below.
  const leftOfFlagged = settings.ruleYears === 1 ? isLeftLarge : !isSmall(below - flagged, by);
  const isBelowShown = areLarge([below, schools - below], by) && (!isFlaggedShown || leftOfFlagged);
  const isSplitShown = areLarge(sides.map(sum), by) && (!isBelowShown || isLeftLarge);
  return [
    ...ofAll(isBelowShown),
    cell("eligible", eligible, areLarge([eligible], by)),
    cell("flagged", flagged, isFlaggedShown),
    ...counts.map((value, at) =>
      cell(bandCell(at), value, isSplitShown && areLarge(sides[at < under ? 0 : 1] ?? [], by)),
    ),
  ];
}
