/** What kind of school a type stands for. Only state-funded mainstream schools are ever held against a floor. */
export type Provision = "mainstream" | "special" | "independent";

/** The Department's abbreviations, its numbers for them, and the words that some lists spell out. */
const typesByProvision: Readonly<Record<Provision, readonly string[]>> = {
  mainstream: [
    ...["AC", "ACC", "CTC", "CY", "F", "FD", "VA", "VC", "UTC", "FUTC", "SS", "FSS"],
    ...["20", "21", "22", "23", "24", "25", "51", "52"],
    "Academy",
    "Academy converter",
    "Academy sponsor led",
    "City technology college",
    "Community school",
    "Foundation school",
    "Free school",
    "Sponsored academy",
    "Voluntary aided school",
    "Voluntary controlled school",
  ],
  special: [
    ...["ACS", "ACCS", "CYS", "FDS", "FS", "INDSS", "NMSS"],
    ...["26", "27", "50", "53", "55"],
    "Academy converter special school",
    "Academy special school",
    "Community special school",
    "Foundation special school",
    "Free special school",
    "Non-maintained special school",
    "Other independent special school",
  ],
  independent: ["IND", "Independent school", "Other independent school"],
};

const provisionByType = new Map(
  Object.entries(typesByProvision).flatMap(([provision, types]) =>
    types.map((type) => [type.toLowerCase(), provision as Provision] as const),
  ),
);

/** The provision that a type stands for, or undefined where the type is not known. */
export function findProvision(type: string): Provision | undefined {
  return provisionByType.get(type.toLowerCase());
}
