/** PostgreSQL gives up one of two transactions that wait for each other, or that saw each other's rows. */
const givenUpCodes = ["40P01", "40001"];

/** Whether the database gave a transaction up for the sake of another: nothing is wrong, and the next try does the work. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && "code" in error && givenUpCodes.includes(String(error.code));
