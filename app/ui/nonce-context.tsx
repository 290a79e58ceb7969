import { createContext, useContext } from "react";

/** Marks our own scripts for the content security policy; known to the server alone, as browsers hide it from pages. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(NonceContext);
