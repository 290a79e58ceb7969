import type { Programme } from "~/generated/prisma/client";
import { isMeasureId } from "./measures";
import type { ProgrammeRule } from "./rule-version";

type Settings = Pick<
  Programme,
  "measure" | "floor" | "latestYear" | "ruleYears" | "concernYears" | "gapPolicy" | "minPublishedYears" | "minPupils"
>;

/** The rule that a programme's settings stand for. */
export function programmeRule(programme: Settings): ProgrammeRule {
  const { measure, floor, latestYear, ruleYears, concernYears, gapPolicy, minPublishedYears, minPupils } = programme;
  if (!isMeasureId(measure)) throw new Error(`A programme has an unknown measure: ${measure}`);
  return {
    measure,
    floor: floor.toString(),
    latestYear,
    ruleYears,
    concernYears,
    gapPolicy: gapPolicy === "skip" ? "skip" : "break",
    minPublishedYears,
    minPupils,
  };
}
