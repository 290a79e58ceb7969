import { createHmac, timingSafeEqual } from "node:crypto";
import { redirect } from "@remix-run/node";
import { env } from "~/platform/env.server";

const name = "done";
const attributes = () => `Path=/; HttpOnly; SameSite=Lax${env().APP_MODE === "live" ? "; Secure" : ""}`;
// Signed, so that nobody can put words into the service's mouth through a cookie.
const sign = (text: string) => createHmac("sha256", env().SESSION_SECRET).update(`done:${text}`).digest("base64url");

/** Goes to a page (303) and tells there, once, what was done. */
export function redirectWithNotice(to: string, notice: string): Response {
  const text = Buffer.from(notice).toString("base64url");
  return redirect(to, {
    status: 303,
    headers: { "Set-Cookie": `${name}=${text}.${sign(text)}; ${attributes()}; Max-Age=60` },
  });
}

/** The notice that the last form left, and the header that forgets it. */
export function takeNotice(cookies: string | null): { notice: string | null; headers: Record<string, string> } {
  const held = new RegExp(`(?:^|; )${name}=([\\w-]+)\\.([\\w-]+)`).exec(cookies ?? "");
  const [, text = "", signature = ""] = held ?? [];
  if (!held) return { notice: null, headers: {} };
  const forget = { "Set-Cookie": `${name}=; ${attributes()}; Max-Age=0` };
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(text));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { notice: null, headers: forget };
  return { notice: Buffer.from(text, "base64url").toString(), headers: forget };
}
