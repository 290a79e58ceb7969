// Who may import whom. The words of each rule are what a person reads when it is broken.
const server = "^app/.+\\.server\\.ts$";
const tests = "\\.test\\.tsx?$";
const http = "^app/people/(require-access|run-action|csrf|load-context|notice-cookie|cookies)\\.server\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "workflows-are-pure",
      comment: "workflows/ imports XState and itself: no database, no React, no clock, no environment.",
      severity: "error",
      from: { path: "^workflows/", pathNot: `${tests}|^workflows/document\\.ts$` },
      to: { pathNot: "^workflows/|^node_modules/xstate/" },
    },
    {
      name: "routes-stay-thin",
      comment: "A route asks features; it never reaches the database, its client or the machines.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: {
        path: "^node_modules/(xstate|pg|@prisma)/|^app/generated/|^app/platform/db\\.server|^workflows/.*(machine|decide)\\.ts$",
      },
    },
    {
      name: "prisma-in-server-files",
      comment: "Only *.server.ts, the platform, prisma/ and e2e/support touch Prisma.",
      severity: "error",
      from: {
        path: "^(app|workflows|e2e)/",
        pathNot: `${server}|^app/(platform|generated)/|\\.cli\\.ts$|${tests}|^e2e/support/`,
      },
      to: { path: "^node_modules/@prisma/|^app/generated/prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-files-make-no-pages",
      comment: "A *.server.ts never imports a component.",
      severity: "error",
      from: { path: server },
      to: { path: "\\.tsx$" },
    },
    {
      name: "http-stays-in-routes",
      comment: "Operations know nothing of requests and redirects; the guards of people/ are where the two meet.",
      severity: "error",
      from: { path: server, pathNot: http },
      to: { path: "^node_modules/@remix-run/" },
    },
    {
      name: "ui-knows-no-feature",
      comment: "ui/ holds components without domain words.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app/(?!ui/)|workflows/|prisma/)" },
    },
    {
      name: "platform-knows-no-feature",
      comment: "The platform is below the features; only the three places that put the processes together look up.",
      severity: "error",
      from: {
        path: "^app/platform/",
        pathNot: `^app/platform/(server|dev-server|worker|jobs\\.server|create-app|launch/.+)\\.ts$|${tests}`,
      },
      to: { path: "^app/(?!platform|generated)|^workflows/" },
    },
    {
      name: "features-do-not-import-routes",
      severity: "error",
      from: { pathNot: "^app/(routes|root|routes\\.ts)" },
      to: { path: "^app/routes/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^app/generated/" } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^app/generated/" },
    exclude: { path: "^app/generated/.*/internal" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
