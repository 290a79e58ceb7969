import type { RoleName } from "~/platform/actor";
import { roleName } from "./navigation";

/** "Council lead, Ashmere": a role with what it is for. */
export const describeRole = ({ role, place }: { role: RoleName; place: string | null }): string =>
  place ? `${roleName(role)}, ${place}` : roleName(role);
