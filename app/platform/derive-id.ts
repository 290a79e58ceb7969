import { createHash } from "node:crypto";

/**
 * A UUID (version 8) that is the same for the same parts: where one form makes several things, or a job that was cut off
 * repeats what it did, each keeps its id and so comes into being once.
 */
export function deriveId(...parts: string[]): string {
  const hex = createHash("sha256").update(parts.join(":")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
