import { randomBytes } from "node:crypto";
import { env } from "~/platform/env.server";

// In live mode the names carry __Host-, which browsers accept only over HTTPS, without a Domain and for the whole site:
// no other host of the same domain can set or read them.
const live = () => env().APP_MODE === "live";

function cookieNamed(plainName: string, maxAgeSeconds: number) {
  const name = () => (live() ? `__Host-${plainName}` : plainName);
  const attributes = () => `Path=/; HttpOnly; SameSite=Lax${live() ? "; Secure" : ""}`;
  return {
    newToken: () => randomBytes(32).toString("base64url"),
    read(header: string | null | undefined): string | null {
      for (const part of (header ?? "").split(";")) {
        const at = part.indexOf("=");
        if (part.slice(0, at).trim() === name()) return part.slice(at + 1).trim() || null;
      }
      return null;
    },
    write: (token: string) => `${name()}=${token}; ${attributes()}; Max-Age=${maxAgeSeconds}`,
    clear: () => `${name()}=; ${attributes()}; Max-Age=0`,
  };
}

/** How long somebody stays signed in without using the service, and at the longest. */
export const sessionLength = { idleMinutes: 120, longestHours: 12 };

export const sessionCookie = cookieNamed("session", sessionLength.longestHours * 3600);
/** Ties the token of the forms before sign-in to one browser. */
export const visitorCookie = cookieNamed("visitor", 24 * 3600);
