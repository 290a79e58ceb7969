import { draftedBefore, startedBefore } from "../support/scenes";
import { startServer } from "../support/start-programs";
import { expect, expectAccessible, heading, press, test } from "../support/test";
import { world } from "../support/world";

test("@S19 the evening of the deadline: 23:59 is in time, 00:00 is overdue, and the board agrees", async ({
  as,
  council,
  priya,
}, testInfo) => {
  const planId = await draftedBefore({ council });
  await startedBefore({ council, at: 1 });
  const { dueOn } = council.cases[0];
  const [evening, midnight] = [`${dueOn}T23:59:00.000Z`, new Date(Date.parse(`${dueOn}T24:00:00.000Z`)).toISOString()];
  const { databaseUrl, directory, programmeId } = world();
  const server = await startServer({ databaseUrl, directory, name: `clock-${testInfo.workerIndex}`, instant: evening });
  try {
    const at = (instant: string) => ({ server: { baseURL: server.baseURL, instant } });
    const board = await as(priya, at(evening));
    const row = board.getByRole("row", { name: new RegExp(council.name) });
    const address = `/board?programme=${programmeId}`;
    const overdue = async () => {
      await board.goto(address);
      const headers = await board.getByRole("columnheader").allInnerTexts();
      const column = headers.findIndex((text) => /overdue/i.test(text));
      return row.getByRole("cell").or(row.getByRole("rowheader")).nth(column).innerText();
    };
    expect(Number(await overdue())).toBe(0);
    await expectAccessible(board);

    const page = await as(council.lead, at(evening));
    await page.goto("/schools");
    await expect(page.getByRole("main")).toContainText("Due today");
    await page.goto(`/plans/${planId}/submit`);
    await page.getByRole("checkbox").check();
    await press(page, "Submit plan");
    await expect(heading(page)).toHaveText("Plan submitted");
    await expect(page.getByRole("main")).toContainText("Received on the due date");

    server.setClock(midnight);
    await page.goto("/schools");
    await expect(page.getByRole("main")).toContainText("Overdue by 1 day");
    // The one that was handed in at 23:59 is in time; of the council's three schools the two others are not.
    expect(Number(await overdue())).toBe(2);
  } finally {
    await server.stop();
  }
});
