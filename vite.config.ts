import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { NodePackageImporter } from "sass";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

// The server build holds three programs that share their modules: the web server, the worker, and Remix's own entry.
const programs = (): Plugin => ({
  name: "programs",
  enforce: "post",
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            target: "node20",
            rollupOptions: {
              input: { server: "app/platform/server.ts", worker: "app/platform/worker.ts" },
              output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
            },
          },
        }
      : undefined,
});

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "~workflows": at("./workflows"), "~prisma": at("./prisma"), "~": at("./app") } },
  css: { preprocessorOptions: { scss: { importers: [new NodePackageImporter()], quietDeps: true } } },
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    programs(),
  ],
});
