import { demonstrationAccounts, type DemonstrationAccount } from "~prisma/scenarios/accounts";
import { fictionalCouncils } from "~prisma/scenarios/councils";
import { env } from "~/platform/env.server";
import { roleName } from "./navigation";

export type AccountCard = { name: string; email: string; place: string; words: string };
export type AccountGroup = { title: string; words: string; accounts: AccountCard[] };

const groups: { title: string; words: string; roles: DemonstrationAccount["role"][] }[] = [
  {
    title: "Councils",
    words: "Find their schools, draft an action plan for each and submit it by its date.",
    roles: ["lead", "officer"],
  },
  {
    title: "Department reviewers",
    words: "Read what was submitted, section by section, and return or approve it.",
    roles: ["reviewer"],
  },
  {
    title: "Department admins",
    words: "Run the programme, from the results files to the last deadline.",
    roles: ["admin"],
  },
  {
    title: "Invited people",
    words: "See one school, or what one council submitted, and no dates of the Department.",
    roles: ["headteacher", "adviser"],
  },
];

const councilName = (code: string | undefined) => fictionalCouncils.find((council) => council.code === code)?.name;

const placeOf = ({ role, councilCode }: DemonstrationAccount) =>
  [roleName(role), councilName(councilCode)].filter(Boolean).join(", ");

/** The accounts that the sign-in page offers, by role; none in live mode, where they do not exist. */
export function listDemonstrationAccounts(): AccountGroup[] {
  if (env().APP_MODE !== "demonstration") return [];
  return groups.map(({ title, words, roles }) => ({
    title,
    words,
    accounts: demonstrationAccounts
      .filter(({ role }) => roles.includes(role))
      .map((account) => ({
        name: account.name,
        email: account.email,
        place: placeOf(account),
        words: account.words,
      })),
  }));
}

/** Whether this is an account that the demonstration offers; always no in live mode. */
export const isDemonstrationAccount = (email: string): boolean =>
  env().APP_MODE === "demonstration" && demonstrationAccounts.some((account) => account.email === email);
