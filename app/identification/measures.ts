export type MeasureId = "ks2-l4-em" | "ks2-l4-rwm" | "ks2-rwm-exp" | "ks4-5ac-em" | "ks4-94-em";
export type Phase = "primary" | "secondary";

export interface Measure {
  id: MeasureId;
  phase: Phase;
  /** Completes "the percentage of …" on a page. */
  words: string;
  /** A few words for a table heading. */
  shortName: string;
}

/** The published percentages that a floor can be set on. */
export const measures: Readonly<Record<MeasureId, Measure>> = {
  "ks2-l4-em": {
    id: "ks2-l4-em",
    phase: "primary",
    words: "pupils achieving level 4 or above in both English and maths",
    shortName: "Level 4 or above in English and maths",
  },
  "ks2-l4-rwm": {
    id: "ks2-l4-rwm",
    phase: "primary",
    words: "pupils achieving level 4 or above in reading, writing and maths",
    shortName: "Level 4 or above in reading, writing and maths",
  },
  "ks2-rwm-exp": {
    id: "ks2-rwm-exp",
    phase: "primary",
    words: "pupils reaching the expected standard in reading, writing and maths",
    shortName: "Expected standard in reading, writing and maths",
  },
  "ks4-5ac-em": {
    id: "ks4-5ac-em",
    phase: "secondary",
    words: "pupils achieving 5 or more GCSEs at grades A* to C including English and maths",
    shortName: "5 or more GCSEs at A* to C with English and maths",
  },
  "ks4-94-em": {
    id: "ks4-94-em",
    phase: "secondary",
    words: "pupils achieving grade 4 or above in both English and maths GCSEs",
    shortName: "Grade 4 or above in English and maths GCSEs",
  },
};

export function isMeasureId(text: string): text is MeasureId {
  return Object.hasOwn(measures, text);
}
