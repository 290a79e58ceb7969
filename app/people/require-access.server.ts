import { type AppLoadContext, redirect } from "@remix-run/node";
import { holds, type PersonActor } from "~/platform/actor";
import { type Access, permissions, type RouteName } from "./permissions";

type Asked = { request: Request; context: AppLoadContext };
type SignedInRoute = { [Name in RouteName]: (typeof permissions)[Name] extends "anyone" ? never : Name }[RouteName];

const nextAddress = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  // After a form that was refused for want of a session the person comes back to a page, not to the form's target.
  return request.method === "GET" ? `?next=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}` : "";
};

/** Whether this access lets the person in. */
export const mayAsk = (access: Access, actor: PersonActor | null): boolean =>
  access === "anyone" || (actor !== null && (access === "signedIn" || holds(actor, ...access)));

/**
 * The person who asks, or no answer: somebody not signed in goes to the sign-in page and back, somebody without the
 * role gets the forbidden page (403). Every loader and action of a route calls this first, with the route's own name.
 */
export function requireAccess({ request, context }: Asked, route: SignedInRoute): PersonActor {
  const { actor } = context;
  if (!actor) throw redirect(`/sign-in${nextAddress(request)}`, 303);
  if (!mayAsk(permissions[route], actor))
    throw new Response("You do not have permission for this page.", { status: 403 });
  return actor;
}
