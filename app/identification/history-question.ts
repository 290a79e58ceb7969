import { isUuid } from "~/platform/is-uuid";
import type { MatchChoice } from "./match-choice";

/** A school as it is told apart from the others of a question. */
export type ComparedSchool = {
  id: string;
  name: string;
  urn: string | null;
  number: string;
  council: string;
  type: string;
  standing: string;
  openedOn: string | null;
  closedOn: string | null;
  /** What says that its results could go on, and since when; null for the later school itself. */
  saidBy: string | null;
  establishedOn: string | null;
  /** Another school at which its results go on already. */
  goesOnAt: { id: string; name: string } | null;
  results: { measure: string; year: number; words: string }[];
};

export type HistoryDecided = { at: string; by: string; words: string; reason: string | null };

/** Whose results go on at a school, or which of two linked schools came first. */
export type HistoryQuestion = {
  /** `later-` with a school's id, or `pair-` with two: as in the choices of a file. */
  key: string;
  schoolId: string;
  choice: MatchChoice;
  /** The later school, then those that it could continue. */
  schools: ComparedSchool[];
  waits: boolean;
  /** Changes with whatever the answer rests on: a form that was opened before says so. */
  version: string;
  decisions: HistoryDecided[];
};

export const HISTORIES_A_PAGE = 10;

/** What a key is about: a later school, or the two of a pair as they are stored. Null where it is no key. */
export function readHistoryKey(key: string): { fromId: string | null; toId: string } | null {
  const later = /^later-(.*)$/.exec(key)?.[1];
  if (later !== undefined) return isUuid(later) ? { fromId: null, toId: later.toLowerCase() } : null;
  // Both ids of a pair are 36 characters long.
  const [fromId, toId] = /^pair-(.{36})-(.{36})$/.exec(key)?.slice(1) ?? [];
  return isUuid(fromId) && isUuid(toId) ? { fromId: fromId.toLowerCase(), toId: toId.toLowerCase() } : null;
}
