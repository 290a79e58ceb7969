/**
 * What kind of place a type stands for. Only state-funded mainstream schools are ever held against a floor; "outside" are
 * colleges, alternative provision, nurseries and other places that a list of schools has beside schools.
 */
export type Provision = "mainstream" | "special" | "independent" | "outside";

/** The Department's abbreviations, its numbers for them, and the words that results tables and lists of schools spell out. */
const typesByProvision: Readonly<Record<Provision, readonly string[]>> = {
  mainstream: [
    ...["AC", "ACC", "CTC", "CY", "F", "FD", "VA", "VC", "UTC", "FUTC", "SS", "FSS"],
    ...["20", "21", "22", "23", "24", "25", "51", "52"],
    "Academy",
    "Academy converter",
    "Academy converter mainstream",
    "Academy sponsor led",
    "Academy sponsor led mainstream",
    "City technology college",
    "Community school",
    "Foundation school",
    "Free school",
    "Free schools",
    "Free school mainstream",
    "Free school studio school",
    "Free school UTC",
    "Sponsored academy",
    "Studio school",
    "Studio schools",
    "University technical college",
    "Voluntary aided school",
    "Voluntary controlled school",
  ],
  special: [
    ...["ACS", "ACCS", "CYS", "FDS", "FS", "INDSS", "NMSS"],
    ...["26", "27", "50", "53", "55"],
    "Academy converter special school",
    "Academy special converter",
    "Academy special school",
    "Academy special sponsor led",
    "Academy sponsor led special school",
    "Community special school",
    "Foundation special school",
    "Free school special",
    "Free schools special",
    "Free special school",
    "Non-maintained special school",
    "Other independent special school",
    "Special post 16 institution",
  ],
  independent: ["IND", "Independent school", "Other independent school"],
  outside: [
    "Academy 16-19 converter",
    "Academy 16-19 sponsor led",
    "Academy 16 to 19 converter",
    "Academy 16 to 19 sponsor led",
    "Academy alternative provision converter",
    "Academy alternative provision sponsor led",
    "Academy secure 16 to 19",
    "Agriculture and horticulture college",
    "Art, design and performing art college",
    "British schools overseas",
    "Children's centre",
    "Children's centre linked site",
    "Free school 16-19",
    "Free schools 16-19",
    "Free schools 16 to 19",
    "Free schools alternative provision",
    "Further education",
    "Further education sector institution",
    "General further education college",
    "Higher education institutions",
    "Institution funded by other government department",
    "Local authority nursery school",
    "Miscellaneous",
    "Offshore schools",
    "Online provider",
    "Pupil referral unit",
    "Secure units",
    "Service children's education",
    "Sixth form centre/consortia",
    "Sixth form centres",
    "Sixth form college",
    "Specialist designated college",
    "Welsh establishment",
  ],
};

/** Lists write the same type with a hyphen, a dash, two question marks where a dash was lost, or one space more. */
const plain = (type: string): string =>
  type
    .toLowerCase()
    .replace(/[\s\-–—?\ufffd]+/g, " ")
    .replace(/[‘’]/g, "'")
    .trim();

const provisionByType = new Map(
  Object.entries(typesByProvision).flatMap(([provision, types]) =>
    types.map((type) => [plain(type), provision as Provision] as const),
  ),
);

/** The provision that a type stands for, or undefined where the type is not known. */
export function findProvision(type: string): Provision | undefined {
  return provisionByType.get(plain(type));
}
