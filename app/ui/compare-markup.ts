import { readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const components = new URL("../../node_modules/govuk-frontend/dist/govuk/components/", import.meta.url);
const entities: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&ctdot;": "⋯",
};

const decode = (text: string) => text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
const squeeze = (text: string) => decode(text).replace(/\s+/g, " ").trim();

function normaliseTag(tag: string, leftOut: string[]): string {
  const name = /^<\/?([\w-]+)/.exec(tag)?.[1] ?? "";
  if (tag.startsWith("</")) return `</${name}>`;
  const attributes = [...tag.slice(name.length + 1).matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
    .map(([, key = "", value = ""]) => [
      key.toLowerCase(),
      key === "class" ? squeeze(value).split(" ").sort().join(" ") : squeeze(value),
    ])
    .filter(([key = ""]) => !leftOut.includes(key))
    .map(([key, value]) => `${key}="${value}"`)
    .sort();
  return `<${[name, ...attributes].join(" ")}>`;
}

/** Markup as one line for each tag or text; the order of attributes and classes, and white space, do not count. */
export function normaliseMarkup(html: string, leftOut: string[] = []): string {
  return html
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.startsWith("<") ? normaliseTag(piece, leftOut) : squeeze(piece)))
    .filter((piece) => piece !== "" && piece !== "</path>" && piece !== "</input>")
    .join("\n");
}

/** The markup that the Design System's own template gives for one of its published examples. */
export function fixtureMarkup(component: string, name: string, leftOut: string[] = []): string {
  const file = readFileSync(new URL(`${component}/fixtures.json`, components), "utf8");
  const { fixtures } = JSON.parse(file) as { fixtures: { name: string; html: string }[] };
  const fixture = fixtures.find((candidate) => candidate.name === name);
  if (!fixture) throw new Error(`No fixture "${name}" for ${component}`);
  return normaliseMarkup(fixture.html, leftOut);
}

export function markupOf(element: ReactElement, leftOut: string[] = []): string {
  return normaliseMarkup(renderToStaticMarkup(element), leftOut);
}
