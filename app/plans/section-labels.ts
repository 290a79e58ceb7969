import { causeInWords, causeKeys, riskRows } from "./section-schemas";

const labels: Record<string, string> = {
  standing: "What the results show",
  intake: "Intake",
  improving: "What is already improving",
  causes: "Causes",
  ...Object.fromEntries(causeKeys.map((key) => [`evidence-${key}`, `Evidence for ${causeInWords(key)}`])),
  together: "How the actions work together",
  basis: "How you set the targets",
  "governors-day": "Day governors were consulted",
  "governors-month": "Month governors were consulted",
  "governors-year": "Year governors were consulted",
  governorsSaid: "What governors were asked, and what they said",
  parents: "How parents were told or asked, and what they said",
  headAbsent: "Why there is no reply from the headteacher",
  otherCosts: "Other costs",
  otherCostsFor: "What the other costs are for",
  savings: "Savings from sharing",
  savingsFrom: "Where the savings come from",
  funding: "Where the money comes from",
  ...Object.fromEntries(
    riskRows.flatMap((row) => [
      [`risk-${row}`, `Risk ${row}`],
      [`mitigation-${row}`, `What you will do about risk ${row}`],
    ]),
  ),
  cites: "Evidence cited",
  reply: "Your reply to the reviewer",
};

/** A section's field as its form names it. */
export const fieldLabel = (field: string): string =>
  labels[field] ?? (field.startsWith("target-") ? `Target for ${field.slice("target-".length)}` : field);
