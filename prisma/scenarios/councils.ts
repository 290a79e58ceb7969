export type FictionalCouncil = { code: string; name: string; region: string };

/** The demonstration's councils. Their codes lie below every real one, and their regions are none of England's. */
export const fictionalCouncils: readonly FictionalCouncil[] = [
  { code: "001", name: "Ashmere", region: "North Vale" },
  { code: "002", name: "Brackenfold", region: "North Vale" },
  { code: "003", name: "Calverstone", region: "North Vale" },
  { code: "004", name: "Dunhollow", region: "North Vale" },
  { code: "005", name: "Elmwater", region: "Mid Weald" },
  { code: "006", name: "Fenwhistle", region: "Mid Weald" },
  { code: "007", name: "Gorsebury", region: "Mid Weald" },
  { code: "008", name: "Hartlemoor", region: "Mid Weald" },
  { code: "009", name: "Inglewater", region: "South Reach" },
  { code: "010", name: "Junipersea", region: "South Reach" },
  { code: "011", name: "Kestrelcombe", region: "South Reach" },
  { code: "012", name: "Larkhallow", region: "South Reach" },
];
