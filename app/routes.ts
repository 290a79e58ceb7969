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
const drafting: RouteConfig = [
  route("schools", "routes/schools.tsx"),
  route("cases/:caseId", "routes/cases.$caseId.tsx"),
  route("cases/:caseId/start", "routes/cases.$caseId.start.tsx"),
  route("plans/:planId", "routes/plans.$planId.tsx"),
  route("plans/:planId/sections/:section", "routes/plans.$planId.sections.$section.tsx"),
  route("plans/:planId/actions/new", "routes/plans.$planId.actions.new.tsx"),
  route("plans/:planId/actions/:actionId", "routes/plans.$planId.actions.$actionId.tsx"),
  route("plans/:planId/actions/:actionId/remove", "routes/plans.$planId.actions.$actionId.remove.tsx"),
  route("plans/:planId/actions/:actionId/move", "routes/plans.$planId.actions.$actionId.move.tsx"),
  route("plans/:planId/check", "routes/plans.$planId.check.tsx"),
  route("plans/:planId/submit", "routes/plans.$planId.submit.tsx"),
  route("plans/:planId/submitted", "routes/plans.$planId.submitted.tsx"),
  route("plans/:planId/withdraw", "routes/plans.$planId.withdraw.tsx"),
  route("plans/:planId/reply-date", "routes/plans.$planId.reply-date.tsx"),
  route("your-school", "routes/your-school.tsx"),
  route("your-school/reply", "routes/your-school.reply.tsx"),
  route("advised", "routes/advised.tsx"),
  route("revisions/:revisionId", "routes/revisions.$revisionId.tsx"),
];
const reviewing: RouteConfig = [
  route("reviews", "routes/reviews.tsx"),
  route("decisions", "routes/decisions.tsx"),
  route("plans/:planId/start-review", "routes/plans.$planId.start-review.tsx"),
  route("plans/:planId/review", "routes/plans.$planId.review.tsx"),
  route("plans/:planId/review/:section", "routes/plans.$planId.review.$section.tsx"),
  route("plans/:planId/return", "routes/plans.$planId.return.tsx"),
  route("plans/:planId/approve", "routes/plans.$planId.approve.tsx"),
  route("plans/:planId/hand-over", "routes/plans.$planId.hand-over.tsx"),
  route("plans/:planId/release", "routes/plans.$planId.release.tsx"),
  route("plans/:planId/confirm-approval", "routes/plans.$planId.confirm-approval.tsx"),
  route("plans/:planId/refuse-approval", "routes/plans.$planId.refuse-approval.tsx"),
  route("cases/:caseId/challenge", "routes/cases.$caseId.challenge.tsx"),
  route("cases/:caseId/uphold", "routes/cases.$caseId.uphold.tsx"),
  route("cases/:caseId/remove-flag", "routes/cases.$caseId.remove-flag.tsx"),
  route("cases/:caseId/extension", "routes/cases.$caseId.extension.tsx"),
  route("cases/:caseId/extension/grant", "routes/cases.$caseId.extension.grant.tsx"),
  route("cases/:caseId/extension/refuse", "routes/cases.$caseId.extension.refuse.tsx"),
  route("cases/:caseId/close", "routes/cases.$caseId.close.tsx"),
  route("cases/:caseId/succeed", "routes/cases.$caseId.succeed.tsx"),
  route("cases/:caseId/reopen", "routes/cases.$caseId.reopen.tsx"),
  route("cases/:caseId/progress", "routes/cases.$caseId.progress.tsx"),
];
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
