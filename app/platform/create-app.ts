import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import { noteRefusedAccess } from "~/audit/note-refused-access.server";
import { isFromThisSite } from "./check-origin";
import { now } from "./clock.server";
import { databaseAnswers } from "./db.server";
import { env } from "./env.server";
import { errorFacts, log } from "./log.server";
import { plainPage } from "./plain-page";

export type AppParts = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Who is asking, read once for each request. */
  loadContext: (request: Request, response: Response, nonce: string) => Promise<AppLoadContext>;
  /** Serves the browser's files; in development the bundler does. */
  assets: express.Handler[];
};

declare module "express-serve-static-core" {
  interface Locals {
    nonce: string;
  }
}

const secure = () => env().APP_ORIGIN?.startsWith("https:") ?? false;

function securityHeaders(): express.Handler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        styleSrc: env().NODE_ENV === "development" ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: env().NODE_ENV === "development" ? ["'self'", "ws:"] : ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: secure() ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}

/** The web server: headers first, then the health answer, the browser's files, and every page through Remix. */
export function createApp({ build, loadContext, assets }: AppParts): express.Express {
  const app = express();
  app.disable("x-powered-by");
  // Only what so many proxies of our own have added is believed: the rest of X-Forwarded-For is the visitor's to write.
  if (env().TRUSTED_PROXIES > 0) app.set("trust proxy", env().TRUSTED_PROXIES);
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  app.use(securityHeaders());
  app.get("/healthz", async (_request, response) => {
    const up = await databaseAnswers();
    response
      .status(up ? 200 : 503)
      .type("text/plain")
      .set("Cache-Control", "no-store")
      .send(up ? "ok" : "no database");
  });
  app.use(compression());
  app.use(...assets);
  // Pages hold what only this person may see: no cache, shared or the browser's own, keeps them.
  app.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  app.use((request, response, next) => {
    if (["GET", "HEAD"].includes(request.method) || isFromThisSite(request.headers, env().APP_ORIGIN)) return next();
    log("warn", "A form from another site was refused");
    response
      .status(403)
      .type("html")
      .send(plainPage("You cannot do that from another site", "Go back to the service and try again from there."));
  });
  app.use(async (request, response, next) => {
    let context: AppLoadContext;
    try {
      context = await loadContext(request, response, response.locals.nonce);
    } catch (error) {
      return next(error);
    }
    const { actor } = context;
    if (actor)
      response.once("finish", () => {
        void noteRefusedAccess({ actor, status: response.statusCode, path: request.originalUrl, now: now() });
      });
    return createRequestHandler({ build, mode: env().NODE_ENV, getLoadContext: () => context })(
      request,
      response,
      next,
    );
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    log("error", "A request failed before a page could be made", errorFacts(error));
    if (response.headersSent) return next(error);
    response
      .status(503)
      .type("html")
      .send(
        plainPage(
          "Sorry, the service is unavailable",
          "You can use the service again in a few minutes. Nothing that was saved is lost.",
        ),
      );
  });
  return app;
}
