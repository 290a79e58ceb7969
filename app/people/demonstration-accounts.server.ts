import { demonstrationAccounts, demonstrationPassword, type DemonstrationAccount } from "~prisma/scenarios/accounts";
import { fictionalCouncils } from "~prisma/scenarios/councils";
import { env } from "~/platform/env.server";
import { roleName } from "./navigation";

export type AccountCard = { name: string; email: string; place: string; words: string };
/** Accounts of one kind, in the sets that belong together: those of one council. */
export type AccountGroup = { title: string; words: string; sets: { of: string; accounts: AccountCard[] }[] };

const groups: { title: string; words: string; roles: DemonstrationAccount["role"][]; byCouncil?: true }[] = [
  {
    title: "Councils",
    words: "Find their schools, draft an action plan for each and submit it by its date.",
    roles: ["lead", "officer"],
    byCouncil: true,
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
    words: "See one school, or one council’s submitted plans, and none of the Department’s dates.",
    roles: ["headteacher", "adviser"],
  },
];

const councilName = (code: string | undefined) => fictionalCouncils.find((council) => council.code === code)?.name;

const placeOf = ({ role, councilCode }: DemonstrationAccount) =>
  [roleName(role), councilName(councilCode)].filter(Boolean).join(", ");

/** The accounts that the sign-in page offers, by role; none in live mode, where they do not exist. */
export function listDemonstrationAccounts(): AccountGroup[] {
  if (env().APP_MODE !== "demonstration") return [];
  return groups.map(({ title, words, roles, byCouncil }) => ({
    title,
    words,
    sets: setsOf(
      demonstrationAccounts.filter(({ role }) => roles.includes(role)),
      byCouncil === true,
    ),
  }));
}

function setsOf(accounts: DemonstrationAccount[], byCouncil: boolean): AccountGroup["sets"] {
  const places = byCouncil ? [...new Set(accounts.map(({ councilCode }) => councilCode))] : [undefined];
  return places.map((code) => ({
    of: councilName(code) ?? "",
    accounts: accounts
      .filter(({ councilCode }) => !byCouncil || councilCode === code)
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

/** The password of all of them; null in live mode. */
export const findDemonstrationPassword = (): string | null =>
  env().APP_MODE === "demonstration" ? demonstrationPassword : null;
