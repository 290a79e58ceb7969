import { createContext, useContext } from "react";

/** The request that a page answers; known to the server alone, and shown where the page is that of an error. */
export const RequestIdContext = createContext<string | undefined>(undefined);

export const useRequestId = () => useContext(RequestIdContext);
