import { z } from "zod";

const roles = ["officer", "lead", "headteacher", "reviewer", "adviser", "admin"] as const;
export const councilRoles: readonly string[] = ["officer", "lead", "adviser"];

/** The fields that choose a role and what it is for; to be spread into a schema and checked by refineRole. */
export const roleFields = {
  role: z.enum(roles, "Select a role"),
  councilCode: z.string().trim().optional(),
  school: z.string().trim().optional(),
};

type Chosen = { role: (typeof roles)[number]; councilCode?: string; school?: string };

/** A council's role needs its council, a headteacher's its school. */
export function refineRole(values: Chosen, context: z.RefinementCtx): void {
  if (councilRoles.includes(values.role) && !/^\d{3}$/.test(values.councilCode ?? ""))
    context.addIssue({ code: "custom", path: ["councilCode"], message: "Select the council that the role is for" });
  if (values.role === "headteacher" && !/^\d{3}[\s/-]?\d{4}$|^\d{5,6}$/.test(values.school ?? ""))
    context.addIssue({
      code: "custom",
      path: ["school"],
      message: "Enter the school’s URN, or its council code and school number, like 001/2001",
    });
}

export const grantRoleSchema = z.object(roleFields).superRefine(refineRole);

export type RoleChoice = Chosen;
