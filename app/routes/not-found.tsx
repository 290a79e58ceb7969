import { ErrorPage } from "~/people/error-page";
import type { PageHandle } from "~/platform/page-scripts";

export const handle: PageHandle = { title: "Page not found" };

export function loader() {
  throw new Response("Not found", { status: 404 });
}

export default function NotFound() {
  return <ErrorPage status={404} title="Page not found" detail={null} />;
}
