import { isUuid } from "./is-uuid";

/** The id in an address, or the answer for what does not exist: one that no row can have never reaches the database. */
export function requireId(id: string | undefined): string {
  if (!isUuid(id)) throw new Response("Not found", { status: 404 });
  return id.toLowerCase();
}
