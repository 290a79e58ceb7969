import { randomInt } from "node:crypto";

/** Letters and digits that nobody confuses when a reference is read out: no 0 or O, 1, I or L. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A reference of a submission such as "AP-7KQ2M9XD": random, so that it tells nothing about how many there are. */
export const newReference = (): string =>
  `AP-${Array.from({ length: LENGTH }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
