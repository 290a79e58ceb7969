/** A role that a person holds in force, with the council or school it is for. */
export type RoleName = "officer" | "lead" | "headteacher" | "reviewer" | "adviser" | "admin";
export type HeldRole = { role: RoleName; councilCode: string | null; schoolId: string | null };

/** Somebody who is signed in. The roles are those read from the database for this request. */
export type PersonActor = { kind: "person"; personId: string; name: string; email: string; roles: HeldRole[] };

/** The service itself: a job, sign-in, the command line. `task` names what it is doing, for the log. */
export type SystemActor = { kind: "system"; task: string };

export type Actor = PersonActor | SystemActor;

export const system = (task: string): SystemActor => ({ kind: "system", task });

export const holds = (actor: Actor, ...roles: RoleName[]): boolean =>
  actor.kind === "person" && actor.roles.some((held) => roles.includes(held.role));

export const isAdmin = (actor: Actor) => holds(actor, "admin");

/** Codes of the councils whose officer or lead the person is. */
export const councilsOf = (actor: Actor): string[] =>
  actor.kind === "system"
    ? []
    : actor.roles.flatMap((held) => (["officer", "lead"].includes(held.role) ? [held.councilCode ?? ""] : []));

/** Codes of the councils that the person leads. */
export const councilsLedBy = (actor: PersonActor): string[] =>
  actor.roles.flatMap((held) => (held.role === "lead" && held.councilCode ? [held.councilCode] : []));

/** Whether the person is a lead of that council. */
export const leads = (actor: Actor, councilCode: string): boolean =>
  actor.kind === "person" && actor.roles.some((held) => held.role === "lead" && held.councilCode === councilCode);

/** Headteachers and advisers, who read through a database role that has no date and no cohort in it. */
export const isGuest = (actor: Actor): boolean =>
  actor.kind === "person" && actor.roles.length > 0 && !holds(actor, "officer", "lead", "reviewer", "admin");
