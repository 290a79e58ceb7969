/** What a refused event says: what happened, what stands now, and where to go on. */
export type RefusalDetail = { sentence: string; standing?: string; back?: { href: string; text: string } };
