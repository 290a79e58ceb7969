import { createHash } from "node:crypto";

/** JSON with its keys in order, so that the database's own ordering of a document does not change its hash. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Everything of an event that its hash covers: all its columns. Words and names lie outside it. */
export type HashedEvent = {
  id: string;
  chain: string;
  caseId: string | null;
  programmeId: string | null;
  councilCode: string | null;
  commandId: string | null;
  departmentOnly: boolean;
  sequence: number;
  type: string;
  at: Date;
  actorId: string | null;
  actorRole: string;
  payload: unknown;
  machineVersion: number;
  before: unknown;
  after: unknown;
  previousHash: string;
};

/** The hash that chains an event to the one before it: SHA-256 over its facts and the previous hash, in hexadecimal. */
export const eventHash = ({ at, ...facts }: HashedEvent): string =>
  createHash("sha256")
    .update(canonicalJson({ ...facts, at: at.toISOString() }))
    .digest("hex");
