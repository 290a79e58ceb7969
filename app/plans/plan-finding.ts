/** Something in a plan that is worth another look. It never keeps a plan from being submitted. */
export type PlanFinding = {
  sentence: string;
  /** Where the council can mend it: a path below the plan's own address, and the words of the link to it. */
  mend: { path: string; text: string };
};
