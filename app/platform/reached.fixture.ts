import { appendFileSync } from "node:fs";

/** Whether every promise is to be tried at the strength that it names, instead of one that fits the time of `npm test`. */
export const fullStrength = process.env.STRENGTH === "full";

/** Notes what a test reached of a promise, for the table of `npm run prove`; elsewhere nothing. */
export function reached(promise: number, figure: string): void {
  const report = process.env.PROVE_REPORT;
  if (report) appendFileSync(report, `${JSON.stringify({ promise, figure })}\n`);
}
