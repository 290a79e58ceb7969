import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer as createViteServer } from "vite";
import type * as LoadContext from "~/people/load-context.server";
import type * as CreateApp from "./create-app";
import type * as Env from "./env.server";
import { exitWithParent } from "./exit-with-parent";

// Development only: the bundler serves the browser's files and loads the service's own modules, so that a change of
// either shows at once. The service is loaded through it too, or there would be two pools and two configurations.
const vite = await createViteServer({ server: { middlewareMode: true } });
const load = <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>;

const { createApp } = await load<typeof CreateApp>("./app/platform/create-app.ts");
const { loadContext } = await load<typeof LoadContext>("./app/people/load-context.server.ts");
const { env } = await load<typeof Env>("./app/platform/env.server.ts");

const app = createApp({
  build: () => load<ServerBuild>("virtual:remix/server-build"),
  loadContext,
  assets: [vite.middlewares],
});
const server = createServer(app);
server.listen(env().PORT);

const stop = () => void vite.close().finally(() => process.exit(0));
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
exitWithParent();
