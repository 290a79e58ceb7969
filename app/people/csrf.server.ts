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

/** The fields of a form that was posted to an action; every action reads its form through this. */
export async function readForm(request: Request, context: AppLoadContext): Promise<FormData> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Response("The form could not be read.", { status: 400 });
  }
  checkCsrf(form, context);
  return form;
}
