import type { RoleName } from "~/platform/actor";

/** Who may ask for a page: anyone, anyone signed in, or the holders of these roles. */
export type Access = "anyone" | "signedIn" | readonly RoleName[];

const council = ["officer", "lead"] as const;
const admin = ["admin"] as const;

/**
 * The permission of every route, by the name of its module in app/routes. What a person may see of a page is decided
 * by the database's policies; this table decides whether they may ask at all. A test holds it against the routes.
 */
export const permissions = {
  home: "signedIn",
  accessibility: "anyone",
  privacy: "anyone",
  "not-found": "anyone",
} as const satisfies Record<string, Access>;

export type RouteName = keyof typeof permissions;
void council;
void admin;
