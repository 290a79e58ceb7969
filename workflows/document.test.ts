import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { workflowsReadme } from "./document";

it("workflows/README.md is what the machines give (npx tsx workflows/document.ts writes it)", () => {
  expect(readFileSync(new URL("README.md", import.meta.url), "utf8")).toBe(workflowsReadme());
});
