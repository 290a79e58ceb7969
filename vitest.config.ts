import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "~workflows": at("./workflows"), "~prisma": at("./prisma"), "~": at("./app") } },
  test: {
    globalSetup: ["app/platform/test-database.setup.ts"],
    include: ["{app,workflows,prisma}/**/*.test.{ts,tsx}"],
    // `npm test` adds up what ran from this report.
    reporters: process.env.UNIT_REPORT ? ["default", ["json", { outputFile: process.env.UNIT_REPORT }]] : ["default"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
