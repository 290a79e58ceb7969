import { index, route, type RouteConfig } from "@remix-run/route-config";

// One line per address. Who may ask for each stands in people/permissions.ts, by the module's name.
const everybody = [
  index("routes/home.tsx"),
  route("accessibility", "routes/accessibility.tsx"),
  route("privacy", "routes/privacy.tsx"),
];

const people: RouteConfig = [];
const identification: RouteConfig = [];
const drafting: RouteConfig = [];
const reviewing: RouteConfig = [];
const deadlines: RouteConfig = [];

export default [
  ...everybody,
  ...people,
  ...identification,
  ...drafting,
  ...reviewing,
  ...deadlines,
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
