import type { RoleName } from "~/platform/actor";

/** Who may ask for a page: anyone, anyone signed in, or the holders of these roles. */
export type Access = "anyone" | "signedIn" | readonly RoleName[];

const council = ["officer", "lead"] as const;
const admin = ["admin"] as const;

/**
 * The permission of every route, by the name of its module in app/routes. What a person may see of a page is decided
 * by the database's policies; this table decides whether they may ask at all. A test holds it against the routes.
 */
export const permissions = {
  home: "signedIn",
  accessibility: "anyone",
  privacy: "anyone",
  "not-found": "anyone",
  "sign-in": "anyone",
  "sign-in.demonstration": "anyone",
  "sign-out": "signedIn",
  "set-password.$token": "anyone",
  account: "signedIn",
  "account.sign-out-everywhere": "signedIn",
  "account.password": "signedIn",
  "account.interests": ["reviewer", "admin"],
  "account.interests.$interestId.withdraw": ["reviewer", "admin"],
  people: admin,
  "people.new": admin,
  "people.$personId": admin,
  "people.$personId.roles": admin,
  "people.$personId.roles.$grantId.revoke": admin,
  "people.$personId.deactivate": admin,
  "people.$personId.reactivate": admin,
  "people.$personId.set-password-link": admin,
  board: admin,
  "board.csv": admin,
  "councils.$code": ["admin", "reviewer"],
  "programmes.$programmeId.deadlines": admin,
  "cases.$caseId.history": ["officer", "lead", "reviewer", "admin"],
  "access-log": admin,
  notices: "signedIn",
  "notices.read": "signedIn",
  reviews: ["reviewer", "admin"],
  decisions: admin,
  "plans.$planId.start-review": ["reviewer"],
  "plans.$planId.review": ["reviewer", "admin"],
  "plans.$planId.review.$section": ["reviewer", "admin"],
  "plans.$planId.return": ["reviewer"],
  "plans.$planId.approve": ["reviewer"],
  "plans.$planId.hand-over": ["reviewer", "admin"],
  "plans.$planId.release": ["reviewer", "admin"],
  "plans.$planId.confirm-approval": ["reviewer"],
  "plans.$planId.refuse-approval": ["reviewer"],
  "cases.$caseId.challenge": council,
  "cases.$caseId.uphold": admin,
  "cases.$caseId.remove-flag": admin,
  "cases.$caseId.extension": council,
  "cases.$caseId.extension.grant": admin,
  "cases.$caseId.extension.refuse": admin,
  "cases.$caseId.close": admin,
  "cases.$caseId.succeed": admin,
  "cases.$caseId.reopen": admin,
  "cases.$caseId.progress": ["officer", "lead", "reviewer", "admin"],
  schools: council,
  "cases.$caseId": ["officer", "lead", "reviewer", "admin"],
  "cases.$caseId.start": council,
  "plans.$planId": council,
  "plans.$planId.sections.$section": council,
  "plans.$planId.actions.new": council,
  "plans.$planId.actions.$actionId": council,
  "plans.$planId.actions.$actionId.remove": council,
  "plans.$planId.actions.$actionId.move": council,
  "plans.$planId.check": council,
  "plans.$planId.submit": council,
  "plans.$planId.submitted": council,
  "plans.$planId.withdraw": council,
  "plans.$planId.reply-date": council,
  "your-school": ["headteacher"],
  "your-school.reply": ["headteacher"],
  advised: ["adviser"],
  "revisions.$revisionId": ["officer", "lead", "reviewer", "adviser", "admin"],
} as const satisfies Record<string, Access>;

export type RouteName = keyof typeof permissions;
