import { randomUUID } from "node:crypto";

const noObject = randomUUID();
type Objects = Record<string, string>;

/** The address of a route's module ("plans.$planId.return"), with ids for what it names, and of nothing for the rest. */
export function addressOf(route: string, objects: Objects): string {
  if (route === "home") return "/";
  if (route === "not-found") return "/there-is-no-such-page";
  // The one route whose module says more than its address: a file at the address of a list.
  const parts = route === "board.csv" ? ["board.csv"] : route.split(".");
  return `/${parts.map((part) => (part.startsWith("$") ? (objects[part.slice(1)] ?? noObject) : part)).join("/")}`;
}
