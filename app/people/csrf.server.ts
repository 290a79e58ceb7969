import { createHmac, timingSafeEqual } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { env } from "~/platform/env.server";

/** The token that every form of one session carries: a page of another site cannot know it. */
export const csrfToken = (secret: string): string =>
  createHmac("sha256", env().SESSION_SECRET).update(`csrf:${secret}`).digest("base64url");

/** Refuses a form that does not carry this session's token (403). */
export function checkCsrf(form: FormData, context: AppLoadContext): void {
  const given = Buffer.from(String(form.get("csrf") ?? ""));
  const expected = Buffer.from(context.csrf);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Response("This form was not sent from this service, or you have signed out since.", { status: 403 });
}

/** The longest form is a section of twenty texts at their limits; files have a reader of their own. */
const maxFormBytes = 1_000_000;
const tooLong =
  "It is longer than this service accepts, and nothing of it was saved. To shorten it, go back to it in your browser.";

/**
 * The fields of a form that was posted to an action; every action reads its form through this. A body that is larger
 * than any form of ours, or does not say how large it is, is not read at all (413).
 */
export async function readForm(request: Request, context: AppLoadContext): Promise<FormData> {
  const length = request.headers.get("Content-Length");
  if (length === null || Number(length) > maxFormBytes) throw new Response(tooLong, { status: 413 });
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Response("The form could not be read.", { status: 400 });
  }
  checkCsrf(form, context);
  return form;
}
