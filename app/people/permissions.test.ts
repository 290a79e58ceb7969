import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, it } from "vitest";
import routes from "../routes";
import { type Access, permissions } from "./permissions";

const flatten = (entries: RouteConfigEntry[]): RouteConfigEntry[] =>
  entries.flatMap((entry) => [entry, ...flatten(entry.children ?? [])]);

const modules = flatten(routes).map(({ file }) => ({
  name: file.replace(/^routes\//, "").replace(/\.tsx?$/, ""),
  source: readFileSync(new URL(`../${file}`, import.meta.url), "utf8"),
}));
const table: Record<string, Access> = permissions;
const exported = /^export (?:async )?(?:function|const) (loader|action)\b/gm;

/** The text of each exported loader and action, up to the next thing at the file's top level. */
function bodiesOf(source: string): Record<string, string> {
  const starts = [...source.matchAll(exported)];
  return Object.fromEntries(
    starts.map((start) => {
      const rest = source.slice(start.index);
      const end = rest.slice(1).search(/^(export|const|let|function|async function|type)\b/m);
      return [start[1] ?? "", end < 0 ? rest : rest.slice(0, end + 1)];
    }),
  );
}

describe("the table of permissions", () => {
  it("has a line for every route", () => {
    expect(modules.map(({ name }) => name).filter((name) => !(name in table))).toEqual([]);
  });

  it("has no line without a route", () => {
    const names = new Set(modules.map(({ name }) => name));
    expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([]);
  });

  const guarded = modules.filter(({ name }) => table[name] !== "anyone");

  it.each(guarded)("is asked by the loader of $name, since a page without a loader is open to all", ({ source }) => {
    expect(Object.keys(bodiesOf(source))).toContain("loader");
  });

  it.each(guarded)("is asked first, and by its own name, in $name", ({ name, source }) => {
    for (const [kind, body] of Object.entries(bodiesOf(source))) {
      const at = body.indexOf(`requireAccess(args, "${name}")`);
      expect(at, `${kind} asks requireAccess(args, "${name}")`).toBeGreaterThan(-1);
      const statementsBefore = body.slice(0, body.lastIndexOf(";", at) + 1);
      expect(statementsBefore, `nothing is awaited in the ${kind} before it`).not.toMatch(/\bawait\b/);
    }
    const asked = [...source.matchAll(/requireAccess\(\s*\w+,\s*"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(asked)).toEqual(new Set([name]));
  });
});
