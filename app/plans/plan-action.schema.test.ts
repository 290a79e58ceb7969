import { expect, test } from "vitest";
import { issuesToErrors } from "~/ui/parse-form";
import { emptyAction, planActionSchema, typedAction } from "./plan-action.schema";

const typed = {
  ...emptyAction,
  kind: "maths",
  what: "Support",
  who: "Deputy head",
  ...{ "from-day": "12", "from-month": "4", "from-year": "2027" },
  ...{ "to-day": "16", "to-month": "7", "to-year": "2027" },
  cost: "£1,200.50",
  funding: "Council",
  milestone: "Easter",
  measureOfSuccess: "Check",
};
const errorsOf = (changed: Partial<typeof typed>) => {
  const checked = planActionSchema.safeParse({ ...typed, ...changed });
  return checked.success ? {} : issuesToErrors(checked.error.issues);
};

test("an action comes out with exact pence and dates, and goes back as it was typed", () => {
  const action = planActionSchema.parse(typed);
  expect(action).toMatchObject({ costPence: 120_050, startsOn: "2027-04-12", endsOn: "2027-07-16" });
  expect(typedAction(action)).toEqual({ ...typed, cost: "1200.50" });
});

test("everything that is missing is told at once, the dates among it", () => {
  expect(errorsOf(emptyAction)).toEqual({
    kind: "Select the kind of support",
    what: "Enter what will be done",
    who: "Enter who will do it",
    cost: "Enter the cost, or 0 if there is none",
    funding: "Enter where the money comes from",
    milestone: "Enter a milestone",
    measureOfSuccess: "Enter how you will know that it worked",
    from: "Enter the start date",
    to: "Enter the end date",
  });
});

test("the causes come out in their order whatever was ticked first, one box as a list; what is not said is left out", () => {
  expect(planActionSchema.parse({ ...typed, causes: ["maths", "teaching"], targetYear: "2027" })).toMatchObject({
    causes: ["teaching", "maths"],
    targetYear: 2027,
  });
  const one = planActionSchema.parse({ ...typed, causes: "maths" });
  expect(one).toMatchObject({ causes: ["maths"] });
  expect(typedAction(one)).toMatchObject({ causes: ["maths"], targetYear: "" });
  const without = planActionSchema.parse({ ...typed, causes: undefined, targetYear: undefined });
  expect(without).not.toHaveProperty("causes");
  expect(without).not.toHaveProperty("targetYear");
});

test.each([
  [{ causes: ["weather"] }, { causes: "Select causes from the list" }],
  [{ targetYear: "soon" }, { targetYear: "Select a year from the list" }],
  [{ kind: "magic" }, { kind: "Select the kind of support" }],
  [{ "from-day": "31" }, { from: "Start date must be a real date" }],
  [{ "to-year": "2026" }, { to: "End date must be the same as or after the start date" }],
  [{ cost: "1.234" }, { cost: "Cost must be an amount in pounds, such as 12,500" }],
])("%o is refused", (changed, errors) => expect(errorsOf(changed)).toEqual(errors));
