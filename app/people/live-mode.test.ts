import { afterAll, beforeAll, expect, it } from "vitest";
import { CannotStart } from "~/platform/launch/cannot-start";
import { refuseDemonstration } from "~/platform/launch/prepare-database";
import { demonstrationAccounts } from "~prisma/scenarios/accounts";
import { findDemonstrationPassword, listDemonstrationAccounts } from "./demonstration-accounts.server";
import { asService, closePeopleDatabase, makePerson, openPeopleDatabase, refusalOf } from "./people.fixture";
import { signInDemonstration } from "./sign-in-demonstration.server";

const [account] = demonstrationAccounts;
const email = account?.email ?? "";
const url = () => process.env.DATABASE_URL ?? "";

beforeAll(async () => {
  // Before anything reads the configuration, which a process does once.
  Object.assign(process.env, { APP_MODE: "live", APP_ORIGIN: "https://plans.example.gov.uk" });
  await openPeopleDatabase();
});
afterAll(async () => {
  await closePeopleDatabase();
  for (const key of ["APP_MODE", "APP_ORIGIN"]) Reflect.deleteProperty(process.env, key);
});

it("offers no account and no password of the demonstration, and signs nobody in without one", async () => {
  expect(listDemonstrationAccounts()).toEqual([]);
  expect(findDemonstrationPassword()).toBeNull();
  await makePerson([]);
  await asService((tx) => tx.person.updateMany({ data: { email } }));
  expect(await refusalOf(signInDemonstration({ email, oldSessionHash: null, now: new Date() }))).toBe(404);
});

it("does not start on a database that the demonstration has filled, and does on another", async () => {
  await expect(refuseDemonstration(url())).rejects.toThrow(CannotStart);
  await expect(refuseDemonstration(url())).rejects.toThrow(/holds the demonstration: name an empty database/);
  await asService((tx) => tx.person.updateMany({ data: { email: "somebody@council-001.example" } }));
  await expect(refuseDemonstration(url())).resolves.toBeUndefined();
});
