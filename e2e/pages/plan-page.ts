import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, heading, press } from "../support/test";

/** How somebody works a page: with a mouse, or by keyboard alone. */
export type Hands = {
  write: (field: Locator, text: string) => Promise<void>;
  tick: (box: Locator) => Promise<void>;
  press: (control: Locator) => Promise<void>;
};

export const mouse: Hands = {
  write: (field, text) => field.fill(text),
  tick: (box) => box.check(),
  press: (control) => control.click(),
};

/** Goes on from control to control until it is this one's turn, as somebody without a mouse has to. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  const hasFocus = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 150; presses += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Cannot be reached by keyboard: ${String(control)}`);
}

export const keyboard: Hands = {
  write: async (field, text) => {
    await tabTo(field);
    await field.page().keyboard.press("ControlOrMeta+a");
    await field.page().keyboard.insertText(text);
  },
  tick: async (box) => {
    const group = box.page().locator(`input[name="${await box.getAttribute("name")}"]`);
    const isRadio = (await box.getAttribute("type")) === "radio";
    const chosen = isRadio ? group.and(box.page().locator(":checked")) : box;
    // Of radios only one is a stop on the way: the chosen one, else the first. The arrows lead to the others.
    await tabTo(isRadio ? ((await chosen.count()) > 0 ? chosen : group.first()) : box);
    if (!isRadio) return box.page().keyboard.press("Space");
    const values = await group.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const wanted = values.indexOf((await box.getAttribute("value")) ?? "");
    if (wanted === 0) return box.page().keyboard.press("Space");
    for (let step = 0; step < wanted && !(await box.isChecked()); step += 1)
      await box.page().keyboard.press("ArrowDown");
  },
  press: async (control) => {
    await tabTo(control);
    await control.page().keyboard.press("Enter");
  },
};

const button = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true });

/** The lead reads the plan through, declares and submits it. */
export async function submit(page: Page, planId: string, hands: Hands): Promise<void> {
  await page.goto(`/plans/${planId}/submit`);
  await expectAccessible(page);
  await hands.tick(page.getByRole("checkbox"));
  await hands.press(button(page, "Submit plan"));
  await expect(heading(page)).toHaveText("Plan submitted");
}

/** Fills in the section on risks, the last that a draft lacks. */
export async function writeRisks(page: Page, planId: string, hands: Hands): Promise<void> {
  await page.goto(`/plans/${planId}/sections/risks`);
  await expectAccessible(page);
  const fields = page.getByRole("group", { name: "Risk 1" });
  await hands.write(fields.getByLabel("What could happen"), "The specialist teacher is ill.");
  await hands.write(fields.getByLabel("What you will do about it"), "The consultant covers one day a week.");
  await hands.press(button(page, "Save and continue"));
  await expect(page.getByRole("alert")).toContainText("Risks saved and completed");
}

const sections = ["position", "causes", "actions", "targets", "governance", "cost", "risks"];

/** The reviewer takes the plan, accepts each section and approves it. */
export async function acceptAndApprove(page: Page, planId: string): Promise<void> {
  await page.goto(`/plans/${planId}/review`);
  await press(page, "Start review");
  for (const section of sections) {
    await page.goto(`/plans/${planId}/review/${section}`);
    await page.getByRole("radio", { name: "Yes, accept it" }).check();
    await press(page, /^Save/);
    await expect(page.getByRole("alert")).toBeVisible();
  }
  await page.goto(`/plans/${planId}/approve`);
  await expectAccessible(page);
  await press(page, "Approve plan");
  await expect(page.getByRole("alert")).toContainText("Plan approved");
}

/** The reviewer takes the plan, comments on its risks, accepts the other sections and returns it. */
export async function returnWithComment(page: Page, planId: string, hands: Hands): Promise<void> {
  await page.goto(`/plans/${planId}/review`);
  await hands.press(button(page, "Start review"));
  await expect(page.getByRole("alert")).toContainText("Review started.");
  for (const section of sections) {
    await page.goto(`/plans/${planId}/review/${section}`);
    if (section === "risks") {
      await hands.tick(page.getByRole("radio", { name: "No, comment on it" }));
      await hands.write(page.getByRole("textbox", { name: "Comment" }), "Say who decides when the consultant comes.");
      await expectAccessible(page);
    } else await hands.tick(page.getByRole("radio", { name: "Yes, accept it" }));
    await hands.press(page.getByRole("main").getByRole("button", { name: /^Save/ }));
    await expect(page.getByRole("alert")).toBeVisible();
  }
  await page.goto(`/plans/${planId}/return`);
  await expectAccessible(page);
  await hands.press(button(page, "Return plan"));
  await expect(page.getByRole("alert")).toContainText("Plan returned");
}

/** The council answers the comment on the risks. */
export async function answerComment(page: Page, planId: string, hands: Hands): Promise<void> {
  await page.goto(`/plans/${planId}/sections/risks`);
  await expectAccessible(page);
  await hands.write(
    page.getByLabel("Your reply to the reviewer"),
    "The deputy headteacher decides. Risk 1 says so now.",
  );
  const fields = page.getByRole("group", { name: "Risk 1" });
  await hands.write(fields.getByLabel("What you will do about it"), "The deputy headteacher calls the consultant.");
  await hands.press(button(page, "Save and continue"));
  await expect(page.getByRole("alert")).toContainText("Risks saved and completed");
}
