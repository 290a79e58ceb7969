/** A school's council and establishment number as pages write it: "0012001" is 001/2001. */
export const schoolNumber = (laestab: string): string => `${laestab.slice(0, 3)}/${laestab.slice(3)}`;
