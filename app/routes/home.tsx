import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "~/people/navigation";
import { requireAccess } from "~/people/require-access.server";

export function loader(args: LoaderFunctionArgs) {
  return redirect(homeOf(requireAccess(args, "home")));
}
