import { createServer } from "node:http";
import express from "express";
import * as build from "virtual:remix/server-build";
import { loadContext } from "~/people/load-context.server";
import { createApp } from "./create-app";
import { closeDatabase } from "./db.server";
import { env } from "./env.server";
import { exitWithParent } from "./exit-with-parent";
import { errorFacts, log } from "./log.server";

const built = express.Router();
built.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
built.use(express.static("build/client", { maxAge: "1h", index: false }));

const app = createApp({ build, loadContext, assets: [built] });
const server = createServer(app);
// A client that sends its headers or body too slowly gives its place to others.
server.headersTimeout = 15_000;
server.requestTimeout = 120_000;
server.listen(env().PORT, () => {
  const address = server.address();
  log("info", "The web server listens", { port: typeof address === "object" && address ? address.port : env().PORT });
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  // Requests in flight are answered; connections that only wait are ended.
  server.close(() => closeDatabase().finally(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 9_000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("unhandledRejection", (error) =>
  log("error", "A promise was rejected and nobody listened", errorFacts(error)),
);
exitWithParent();
