import { expect, it } from "vitest";
import { nodeProblem } from "./check-node.mjs";

it("refuses a Node that is too old with the version that is needed, and takes 20.19 and later", () => {
  const sentence = (version: string) =>
    `Node ${version} is too old: install Node 20.19 or later, then run the command again.`;
  for (const version of ["14.21.3", "18.20.8", "20.0.0", "20.18.3"])
    expect(nodeProblem(version)).toBe(sentence(version));
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.11.1"]) expect(nodeProblem(version)).toBeNull();
});
