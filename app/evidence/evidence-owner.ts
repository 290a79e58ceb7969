/** What a file is evidence of. */
export type EvidenceOwner = { planId: string } | { challengeId: string } | { progressEntryId: string };

export const ownerId = (owner: EvidenceOwner): string => Object.values(owner)[0] as string;

const MB = 1024 * 1024;

/** How much a plan may have; a challenge and a note on progress need less. */
export const ceilingOf = (owner: EvidenceOwner): { files: number; bytes: number } =>
  "planId" in owner ? { files: 50, bytes: 100 * MB } : { files: 10, bytes: 50 * MB };
