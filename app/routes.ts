import { index, route, type RouteConfig } from "@remix-run/route-config";

// One line per address. Who may ask for each stands in people/permissions.ts, by the module's name.
const everybody = [
  index("routes/home.tsx"),
  route("accessibility", "routes/accessibility.tsx"),
  route("privacy", "routes/privacy.tsx"),
];

const people: RouteConfig = [
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/demonstration", "routes/sign-in.demonstration.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("set-password/:token", "routes/set-password.$token.tsx"),
  route("account", "routes/account.tsx"),
  route("account/sign-out-everywhere", "routes/account.sign-out-everywhere.tsx"),
  route("account/password", "routes/account.password.tsx"),
  route("account/interests", "routes/account.interests.tsx"),
  route("account/interests/:interestId/withdraw", "routes/account.interests.$interestId.withdraw.tsx"),
  route("people", "routes/people.tsx"),
  route("people/new", "routes/people.new.tsx"),
  route("people/:personId", "routes/people.$personId.tsx"),
  route("people/:personId/roles", "routes/people.$personId.roles.tsx"),
  route("people/:personId/roles/:grantId/revoke", "routes/people.$personId.roles.$grantId.revoke.tsx"),
  route("people/:personId/deactivate", "routes/people.$personId.deactivate.tsx"),
  route("people/:personId/reactivate", "routes/people.$personId.reactivate.tsx"),
  route("people/:personId/set-password-link", "routes/people.$personId.set-password-link.tsx"),
];
const identification: RouteConfig = [];
const drafting: RouteConfig = [];
const reviewing: RouteConfig = [];
const deadlines: RouteConfig = [
  route("board", "routes/board.tsx"),
  route("board.csv", "routes/board.csv.tsx"),
  route("councils/:code", "routes/councils.$code.tsx"),
  route("programmes/:programmeId/deadlines", "routes/programmes.$programmeId.deadlines.tsx"),
  route("cases/:caseId/history", "routes/cases.$caseId.history.tsx"),
  route("access-log", "routes/access-log.tsx"),
  route("notices", "routes/notices.tsx"),
  route("notices/read", "routes/notices.read.tsx"),
];

export default [
  ...everybody,
  ...people,
  ...identification,
  ...drafting,
  ...reviewing,
  ...deadlines,
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
