import { useMatches } from "@remix-run/react";
import { createContext, useContext, useEffect } from "react";
import { pageTitle } from "./page-title";

/** True while the first page is the answer to a form with errors; set by the server and read back by the browser. */
export const AnsweredWithErrors = createContext(false);

type TitleHandle = { title?: string | ((data: unknown) => string) };

/** The title element: the last match that names its page, with "Error: " before it where the form came back. */
export function DocumentTitle({ fallback }: { fallback?: string }) {
  const error = useContext(AnsweredWithErrors);
  const match = useMatches().findLast((candidate) => (candidate.handle as TitleHandle | undefined)?.title);
  const named = (match?.handle as TitleHandle | undefined)?.title;
  const title = fallback ?? (typeof named === "function" ? named(match?.data) : named) ?? "School action plans";
  return <title>{pageTitle({ title, error })}</title>;
}

/** Marks the title while a form in the browser shows errors. */
export function useErrorTitle(hasErrors: boolean): void {
  useEffect(() => {
    const plain = document.title.replace(/^Error: /, "");
    document.title = hasErrors ? `Error: ${plain}` : plain;
  }, [hasErrors]);
}
