import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { errorFacts, log } from "~/platform/log.server";
import { needsScripts } from "~/platform/page-scripts";
import { AnsweredWithErrors } from "~/ui/document-title";
import { NonceContext } from "~/ui/nonce-context";
import { RequestIdContext } from "~/ui/request-id-context";

const stopAfter = 10_000;

function page(body: BodyInit, status: number, headers: Headers) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(body, { headers, status });
}

/**
 * Pages that only show something carry no script and are rendered to a string in one go, which costs about a third
 * less than a stream. Pages with a form are streamed once everything in them is ready.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Response | Promise<Response> {
  const answeredWithErrors = status >= 400 && entry.staticHandlerContext.actionData !== null;
  const element = (
    <NonceContext.Provider value={context.nonce}>
      <AnsweredWithErrors.Provider value={answeredWithErrors}>
        <RequestIdContext.Provider value={context.requestId}>
          <RemixServer context={entry} url={request.url} nonce={context.nonce} />
        </RequestIdContext.Provider>
      </AnsweredWithErrors.Provider>
    </NonceContext.Provider>
  );
  const matches = entry.staticHandlerContext.matches.map((match) => entry.routeModules[match.route.id]);
  if (!needsScripts(matches)) return page(`<!doctype html>${renderToString(element)}`, status, headers);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(element, {
      nonce: context.nonce,
      onAllReady() {
        const body = new PassThrough();
        resolve(page(createReadableStreamFromReadable(body), status, headers));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => log("error", "A page could not be rendered", factsOf(error, context)),
    });
    setTimeout(abort, stopAfter).unref();
  });
}

/** Remix tells of every error of a loader or action here, once; its own answer to a form that no page takes too. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  const isAnswer = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !isAnswer) log("error", "A page could not be made", factsOf(error, context));
}

const factsOf = (error: unknown, { requestId }: AppLoadContext) => ({ ...errorFacts(error), requestId });
