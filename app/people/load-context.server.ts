import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import { now } from "~/platform/clock.server";
import { sessionCookie, visitorCookie } from "./cookies.server";
import { csrfToken } from "./csrf.server";
import { findSession } from "./find-session.server";

/** Reads who is asking, once for each request: the session and the roles in force now. */
export async function loadContext(request: Request, response: Response, nonce: string): Promise<AppLoadContext> {
  const sessionToken = sessionCookie.read(request.headers.cookie);
  const session = sessionToken ? await findSession({ token: sessionToken, now: now() }) : null;
  let secret = session ? sessionToken : visitorCookie.read(request.headers.cookie);
  if (!secret) {
    secret = visitorCookie.newToken();
    response.append("Set-Cookie", visitorCookie.write(secret));
  }
  return {
    actor: session?.actor ?? null,
    sessionHash: session?.tokenHash ?? null,
    csrf: csrfToken(secret),
    nonce,
    requestId: randomUUID(),
    address: request.ip ?? "",
  };
}
