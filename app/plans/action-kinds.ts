/** The kinds of support that a plan's action can be, in the order in which pages list them. */
export const actionKinds = {
  english: "English",
  maths: "Maths",
  behaviour: "Behaviour",
  leadership: "Leadership",
  partnerEmployer: "Partner employer",
  partnerCollege: "Partner college",
  supportSchool: "Support school",
  sharedTeacher: "Shared specialist teacher",
  federation: "Federation",
  trust: "Trust",
  academy: "Academy",
  closure: "Closure",
} as const;

export type ActionKind = keyof typeof actionKinds;

const structuralKinds: readonly string[] = ["federation", "trust", "academy", "closure"] satisfies ActionKind[];

/** Whether the action changes what the school is: such a plan needs a second approval. */
export const isStructural = (kind: string): boolean => structuralKinds.includes(kind);

/** Whether the action can name an accepted support school or shared teacher. */
export const takesSupport = (kind: string): boolean => kind === "supportSchool" || kind === "sharedTeacher";

export const isActionKind = (text: string): text is ActionKind => Object.hasOwn(actionKinds, text);

export const actionKindName = (kind: string): string => (isActionKind(kind) ? actionKinds[kind] : kind);
