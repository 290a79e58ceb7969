import { isUuid } from "~/platform/is-uuid";

/** The key of a posted form, by which the same form posted again is known; undefined where it carries none. */
export function readCommandId(form: FormData): string | undefined {
  const key = form.get("commandId");
  return typeof key === "string" && isUuid(key) ? key.toLowerCase() : undefined;
}
