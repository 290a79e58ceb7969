import { roleName } from "~/people/navigation";
import type { RoleName } from "~/platform/actor";

/** Who did what a history tells, and in what role. Names of people who have left stay; one that was erased does not. */
export function nameActor(name: string | undefined, role: string): string {
  if (role === "system") return "The service";
  return `${name ?? "A person whose name is no longer held"}, ${roleName(role as RoleName)}`;
}
