/**
 * What a route says of its page: its title (the step's own name), and whether it has a form that works better with
 * scripts. Pages that only show, filter, sort or sign out send none.
 */
export type PageHandle = { title: string | ((data: never) => string); scripts?: boolean };

type HasHandle = { handle?: unknown } | undefined;

/** In development every page has scripts, so that it reloads by itself. */
export const needsScripts = (matches: readonly HasHandle[]): boolean =>
  import.meta.env.DEV || matches.some((match) => (match?.handle as PageHandle | undefined)?.scripts === true);
