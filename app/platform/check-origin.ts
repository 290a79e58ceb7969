import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something was sent by a page of this service. Browsers say so themselves in
 * Sec-Fetch-Site; older ones send Origin. Where neither is sent, the token in the form decides alone.
 */
export function isFromThisSite(headers: IncomingHttpHeaders, appOrigin: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (typeof site === "string") return site === "same-origin" || site === "none";
  const origin = headers.origin;
  if (origin === undefined) return true;
  if (appOrigin) return origin === new URL(appOrigin).origin;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
}
