import { data, type HeadersArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { countUnreadNotices } from "~/notifications/count-unread-notices.server";
import { ErrorPage } from "~/people/error-page";
import { navigationFor, roleName } from "~/people/navigation";
import { takeNotice } from "~/people/notice-cookie.server";
import type { RootData } from "~/people/root-data";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { needsScripts } from "~/platform/page-scripts";
import { CsrfProvider } from "~/ui/csrf-context";
import { DocumentTitle } from "~/ui/document-title";
import styles from "~/ui/styles.scss?url";
import { useNonce } from "~/ui/nonce-context";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, csrf } = context;
  const unread = actor ? await countUnreadNotices({ actor, now: now() }) : 0;
  const { notice, headers } = takeNotice(request.headers.get("Cookie"));
  const root: RootData = {
    account: actor && {
      name: actor.name,
      detail: [...new Set(actor.roles.map((held) => roleName(held.role)))].join(", "),
    },
    navigation: actor ? navigationFor(actor, { unread }) : [],
    csrf,
    mode: env().APP_MODE,
    notice,
  };
  return data(root, { headers });
}

export const headers = ({ loaderHeaders }: HeadersArgs) => loaderHeaders;

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const scripts = needsScripts(useMatches()) && !error;
  const nonce = useNonce();
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#15395f" />
        <DocumentTitle fallback={error ? errorTitle(error) : undefined} />
        <Links />
      </head>
      <body className="govuk-template__body">
        <CsrfProvider value={root?.csrf ?? ""}>{children}</CsrfProvider>
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

const errorTitle = (error: unknown) => (isRouteErrorResponse(error) ? titleOf(error.status) : titleOf(500));

const titles: Record<number, string> = {
  400: "The request could not be read",
  403: "You do not have permission",
  404: "Page not found",
  409: "This has changed",
  413: "What you sent is too large",
};
const titleOf = (status: number) => titles[status] ?? "Sorry, there is a problem with the service";

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const known = isRouteErrorResponse(error) ? error : null;
  return <ErrorPage status={known?.status ?? 500} title={titleOf(known?.status ?? 500)} detail={known?.data} />;
}
