import { createContext, useContext } from "react";
import type { ReactNode } from "react";

const CsrfContext = createContext<string | null>(null);

export function CsrfProvider({ value, children }: { value: string; children: ReactNode }) {
  return <CsrfContext.Provider value={value}>{children}</CsrfContext.Provider>;
}

/** Throws where there is no provider: a form without its token would be refused only when somebody sends it. */
export function useCsrfToken(): string {
  const token = useContext(CsrfContext);
  if (token === null) throw new Error("A form that changes something needs a CsrfProvider above it");
  return token;
}
