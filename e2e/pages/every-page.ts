import { readFileSync } from "node:fs";
import { permissions, type RouteName } from "../../app/people/permissions";
import { addressOf } from "../support/address-of";

type PageRoute = { route: RouteName; sendsScript: boolean };

/** The routes that answer with a page: not those that only take a form, give a file or tell a script how far work is. */
export const pageRoutes: PageRoute[] = (Object.keys(permissions) as RouteName[]).flatMap((route) => {
  const source = readFileSync(`app/routes/${route}.tsx`, "utf8");
  const isPage = /^export default /m.test(source);
  return isPage ? [{ route, sendsScript: /^export const handle\b[^;]*\bscripts: true/m.test(source) }] : [];
});

const ofCase = ["cases.$caseId", "cases.$caseId.explained", "cases.$caseId.history"] as const;
const ofPlan = ["cases.$caseId", "plans.$planId"] as const;
const ofReview = ["cases.$caseId", "plans.$planId.review"] as const;

/**
 * Every page, by who opens it and by what its address names (the names of `findObjects`). Each must be there for that
 * person: a test holds the list against the routes, so that a page that is added has a place here.
 */
export const everyPage = {
  nobody: { common: ["accessibility", "privacy", "not-found", "sign-in", "set-password.$token"] },
  lead: {
    common: [
      ...([
        "schools",
        "schools.progress",
        "notices",
        "account",
        "account.password",
        "your-figures.$programmeId",
      ] as const),
      ...(["officers", "officers.new", "officers.$grantId.remove", "officers.$grantId.set-password-link"] as const),
      ...(["support", "support.new"] as const),
    ],
    matched: [
      ...(["support.cases.$caseId", "support.cases.$caseId.compare", "support.$supportId"] as const),
      ...(["support.cases.$caseId.ask.$supportId", "support.$supportId.conflict"] as const),
    ],
    supporting: ["support.$supportId", "support.$supportId.end"],
    askedFor: ["support.requests.$requestId", "support.requests.$requestId.decline"],
    supported: ["support.requests.$requestId", "support.requests.$requestId.end"],
    identified: [
      ...ofCase,
      "cases.$caseId.challenge",
      "cases.$caseId.extension",
      "cases.$caseId.headteacher",
      "cases.$caseId.invite",
    ],
    challenged: ["cases.$caseId", "cases.$caseId.challenge.evidence"],
    drafting: [
      ...([...ofPlan, "plans.$planId.check", "plans.$planId.reply-date", "plans.$planId.evidence"] as const),
      ...(["plans.$planId.evidence.new", "evidence.$evidenceId", "evidence.$evidenceId.describe"] as const),
      ...(["evidence.$evidenceId.remove", "plans.$planId.notes", "plans.$planId.words.$finding"] as const),
    ],
    submitted: [...ofPlan, "plans.$planId.submitted", "plans.$planId.withdraw"],
    inReview: ofPlan,
    awaitingSecondApproval: ofPlan,
    returned: [
      ...(["cases.$caseId", "plans.$planId", "plans.$planId.sections.$section", "plans.$planId.check"] as const),
      ...(["plans.$planId.compare", "plans.$planId.answers"] as const),
      ...(["plans.$planId.submit", "plans.$planId.actions.new", "plans.$planId.actions.$actionId"] as const),
      ...(["plans.$planId.actions.$actionId.remove", "plans.$planId.actions.$actionId.copy"] as const),
      "plans.$planId.sections.$section.copy",
    ],
    approved: [
      ...([...ofPlan, "cases.$caseId.progress", "cases.$caseId.history"] as const),
      "cases.$caseId.progress.$entryId.evidence",
    ],
    removed: ["cases.$caseId"],
    exited: ofPlan,
    closed: ofPlan,
  },
  /** The lead of a council that has a proposed step to answer. */
  answering: { common: ["escalations.$escalationId", "escalations.$escalationId.represent"] },
  head: { common: ["your-school", "your-school.reply"] },
  adviser: { common: ["advised", "revisions.$revisionId", "revisions.$revisionId.advise"] },
  reviewer: {
    common: ["reviews", "account.interests", "councils.$code", "statistics.$programmeId"],
    identified: ["cases.$caseId"],
    challenged: ["cases.$caseId"],
    submitted: ofReview,
    inReview: [
      ...(["cases.$caseId", "plans.$planId.review", "plans.$planId.review.$section", "plans.$planId.return"] as const),
      ...(["plans.$planId.approve", "plans.$planId.hand-over", "plans.$planId.release"] as const),
      "evidence.$evidenceId",
    ],
    awaitingSecondApproval: ofReview,
    returned: ofReview,
    approved: ofReview,
  },
  second: { awaitingSecondApproval: ["plans.$planId.confirm-approval", "plans.$planId.refuse-approval"] },
  admin: {
    common: [
      ...(["board", "decisions", "access-log", "councils.$code", "people", "people.new", "people.$personId"] as const),
      ...(["people.$personId.roles", "people.$personId.deactivate", "people.$personId.set-password-link"] as const),
      ...(["programmes", "programmes.new", "programmes.$programmeId", "programmes.$programmeId.preview"] as const),
      ...(["programmes.$programmeId.cleared", "programmes.$programmeId.deadlines", "results"] as const),
      ...(["results.upload", "results.$fileId", "results.$fileId.match", "results.$fileId.rows.$list"] as const),
      ...(["results.$fileId.take-back", "runs.$runId", "runs.$runId.schools", "runs.$runId.compare"] as const),
      ...(["runs.$runId.schools.$schoolId", "runs.$runId.openings", "runs.$runId.cohort.$code"] as const),
      ...(["histories", "histories.$question", "escalations.$escalationId"] as const),
    ],
    prepared: [
      "programmes.$programmeId.edit",
      "runs.$runId.cohort",
      "runs.$runId.publish",
      "runs.$runId.publish.$code",
    ],
    waiting: ["runs.$runId.progress", "results.$fileId.progress"],
    left: ["people.$personId", "people.$personId.reactivate"],
    proposed: ["support", "support.$supportId", "support.$supportId.accredit", "support.$supportId.refuse"],
    supported: ["support.requests.$requestId"],
    identified: ["cases.$caseId"],
    challenged: ["cases.$caseId", "cases.$caseId.uphold", "cases.$caseId.remove-flag"],
    extension: ["cases.$caseId", "cases.$caseId.extension.grant", "cases.$caseId.extension.refuse"],
    drafting: ["cases.$caseId.close", "cases.$caseId.succeed"],
    approved: ["cases.$caseId", "cases.$caseId.reopen", "cases.$caseId.history"],
    exited: ["cases.$caseId"],
  },
} as const satisfies Record<string, Record<string, readonly RouteName[]>>;

export type Reader = keyof typeof everyPage;
export const readers = Object.keys(everyPage) as Reader[];

/** Pages that stand only for as long as nothing has been published; afterwards they lead on. */
export const beforePublication: readonly RouteName[] = ["statistics", "your-figures"];

const sections = ["position", "causes", "actions", "targets", "governance", "cost", "risks"];
/** Their pages are another one for each section; any other page of a section is the same for all. */
const bySection: readonly RouteName[] = ["plans.$planId.sections.$section", "plans.$planId.review.$section"];

export type Visit = { route: RouteName; address: string; isRepeated: boolean };

/** One person's pages, by what their addresses name. */
function pagesOf(reader: Reader): { scene: string; route: RouteName; section: string }[] {
  const scenes: [string, readonly RouteName[]][] = Object.entries(everyPage[reader]);
  return scenes.flatMap(([scene, routes]) =>
    routes.flatMap((route) =>
      (bySection.includes(route) ? sections : ["causes"]).map((section) => ({
        ...{ scene, route, section },
      })),
    ),
  );
}

const keyOf = ({ route, section }: { route: RouteName; section: string }) => `${route} ${section}`;

/**
 * The addresses of one person's pages; where a page is there for each section, one for each. A page that the list has
 * before, for somebody else or in another scene, is marked as repeated, and so is a section of a review beside another.
 */
export function visitsOf(reader: Reader, objects: Record<string, Record<string, string>>): Visit[] {
  const seen = new Set(readers.slice(0, readers.indexOf(reader)).flatMap((earlier) => pagesOf(earlier).map(keyOf)));
  return pagesOf(reader).map((page) => {
    const { scene, route, section } = page;
    const isRepeated = seen.has(keyOf(page)) || (route === "plans.$planId.review.$section" && section !== "targets");
    seen.add(keyOf(page));
    return { route, address: addressOf(route, { ...objects.common, ...objects[scene], section }), isRepeated };
  });
}
