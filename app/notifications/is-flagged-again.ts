/** Whether a run found the case of the school it flags open: a case that it opened began at its publication. */
export const isFlaggedAgain = (found: { createdAt: Date }, run: { publishedAt: Date | null }): boolean =>
  run.publishedAt !== null && found.createdAt.getTime() !== run.publishedAt.getTime();
