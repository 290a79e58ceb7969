import type { SectionKey } from "~workflows/school-plan/types";
import type { SectionContent } from "./plan-content";
import { causeKeys, riskRows } from "./section-schemas";

// Words alone are of use to another school: its figures, its dates and what its own head did are not.
const fields: Readonly<Record<SectionKey, readonly string[]>> = {
  position: ["standing", "intake", "improving"],
  causes: ["causes", ...causeKeys.map((key) => `evidence-${key}`)],
  actions: ["together"],
  targets: ["basis"],
  governance: ["governorsSaid", "parents"],
  cost: ["otherCostsFor", "savingsFrom", "funding"],
  risks: riskRows.flatMap((row) => [`risk-${row}`, `mitigation-${row}`]),
};

/** What of a section is copied to another school's plan. */
export const copiedFields = (section: SectionKey, content: SectionContent): SectionContent =>
  Object.fromEntries(fields[section].flatMap((field) => (field in content ? [[field, content[field]!]] : [])));
