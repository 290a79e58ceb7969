import { createHash } from "node:crypto";
import { canonicalJson } from "./event-hash";

/** The head of each chain: how many events it had and the hash of its last. */
export type Heads = Record<string, { count: number; hash: string }>;

/** Seals the heads of all chains at an instant, and through the seal before them every earlier one. */
export const checkpointHash = (sealed: { at: Date; heads: Heads; events: number; previousHash: string }): string =>
  createHash("sha256")
    .update(canonicalJson({ ...sealed, at: sealed.at.toISOString() }))
    .digest("hex");
