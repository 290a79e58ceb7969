import { holds, type PersonActor } from "~/platform/actor";

export type NavigationLink = { text: string; href: string };

const links: { text: string; href: string; roles: Parameters<typeof holds>[1][] }[] = [
  { text: "Your schools", href: "/schools", roles: ["officer", "lead"] },
  { text: "Your figures", href: "/your-figures", roles: ["officer", "lead"] },
  { text: "Your officers", href: "/officers", roles: ["lead"] },
  { text: "Your school", href: "/your-school", roles: ["headteacher"] },
  { text: "Plans to advise on", href: "/advised", roles: ["adviser"] },
  { text: "Review queue", href: "/reviews", roles: ["reviewer"] },
  { text: "Board", href: "/board", roles: ["admin"] },
  { text: "Decisions", href: "/decisions", roles: ["admin"] },
  { text: "Statistics", href: "/statistics", roles: ["reviewer", "admin"] },
  { text: "Support schools", href: "/support", roles: ["officer", "lead", "admin"] },
  { text: "Programmes", href: "/programmes", roles: ["admin"] },
  { text: "Results files", href: "/results", roles: ["admin"] },
  { text: "People", href: "/people", roles: ["admin"] },
  { text: "Access log", href: "/access-log", roles: ["admin"] },
];

/** The menu of a signed-in person: the pages of the roles they hold, and how many notices they have not read. */
export const navigationFor = (actor: PersonActor, { unread = 0 } = {}): NavigationLink[] => [
  ...links.filter(({ roles }) => holds(actor, ...roles)).map(({ text, href }) => ({ text, href })),
  { text: unread > 0 ? `Notices (${unread > 99 ? "99+" : unread})` : "Notices", href: "/notices" },
];

/** Where a person's work begins. */
export const homeOf = (actor: PersonActor): string => navigationFor(actor)[0]?.href ?? "/notices";

const roleWords = {
  officer: "Council officer",
  lead: "Council lead",
  headteacher: "Headteacher",
  reviewer: "Department reviewer",
  adviser: "Adviser",
  admin: "Department admin",
} as const;

/** A role as pages write it. */
export const roleName = (role: keyof typeof roleWords): string => roleWords[role];
