import { uploadFile } from "../pages/results-page";
import { listOf, takeOverList } from "../pages/school-list";
import { expect, expectAccessible, heading, press, test } from "../support/test";

test("a list of schools is shown before it counts, and a person says whose results go on", async ({
  as,
  council,
  priya,
}) => {
  const { code } = council;
  const urn = (number: number) => `97${code}${number}`;
  const of = (word: string) => `${word} Lane School ${code}`;
  const ended = { ICLOSE: "2", CLOSEDATE: "20260831", OTHERURN: urn(3) };
  const schools = [
    { URN: urn(1), ESTAB: "3101", SCHNAME: of("Elm"), ...ended },
    { URN: urn(2), ESTAB: "3102", SCHNAME: of("Oak"), ...ended },
    { URN: urn(3), ESTAB: "3103", SCHNAME: of("Tree"), OPENDATE: "20260901" },
    { URN: urn(4), ESTAB: "3104", SCHNAME: of("Ash") },
    // One number, no dates: a file without URNs could mean either.
    { URN: urn(5), ESTAB: "3105", SCHNAME: of("Old Fir"), ICLOSE: "2" },
    { URN: urn(6), ESTAB: "3105", SCHNAME: of("New Fir") },
  ];
  const page = await as(priya);
  const main = page.getByRole("main");
  await uploadFile(page, `schools-${code}-2026-10-01.csv`, listOf(code, schools));
  await expect(main).toContainText("The list is of 1 October 2026");
  await expect(main).toContainText("New schools6");
  await expect(page.getByRole("table", { name: /^To be decided/ }).getByRole("row")).toHaveCount(3);
  await takeOverList(page);

  await page.getByRole("link", { name: "Choose whose results go on" }).click();
  await expect(heading(page)).toContainText("Choose schools");
  await expectAccessible(page);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await press(page, "Save choices");
  await expect(page.getByRole("alert")).toContainText("Choose an answer to at least one question");
  await expectAccessible(page);
  const question = page.getByRole("group", { name: `Whose results go on at ${of("Tree")}?` });
  await question.getByRole("radio", { name: of("Oak") }).check();
  await press(page, "Save choices");
  await expect(main).toContainText("The choices are saved");

  // The next list: one school has another name and is closed. What the first said else is not said again.
  const later = schools.map((school) =>
    school.URN === urn(4) ? { ...school, SCHNAME: of("Rowan"), ICLOSE: "2", CLOSEDATE: "20261031" } : school,
  );
  await uploadFile(page, `schools-${code}-2026-11-01.csv`, listOf(code, later));
  await expect(main).toContainText("1 open school will be closed");
  const changed = page.getByRole("table", { name: /^Changed schools/ });
  const detail = (name: string) => changed.getByRole("row").filter({ hasText: name });
  await expect(detail("Name")).toContainText(`${of("Ash")}${of("Rowan")}`);
  await expect(detail("Closes or closed")).toContainText("not known31 October 2026");
  await expect(page.getByRole("table", { name: /^To be decided/ })).toHaveCount(0);
  await takeOverList(page);
  await uploadFile(page, `schools-again-${code}-2026-11-01.csv`, `${listOf(code, later)}\r\n`);
  await expect(main).toContainText("Everything in this list is stored already. Nothing will change.");

  // Results without URNs: the row of the shared number waits for a person, without scripts as with them.
  const results = [
    "RECTYPE,LEA,ESTAB,SCHNAME,TOWN,PCODE,NFTYPE,ICLOSE,TELIG,PTRWM_EXP,PTRWM_EXP_16",
    `1,${code},3105,${of("Fir")},Harrowmere,ZZ8 8ZZ,CY,0,30,61%,62%`,
  ].join("\r\n");
  await uploadFile(page, `fir_${code}.csv`, results);
  await expect(main).toContainText("1 row could be about more than one school");
  await expect(page.getByRole("button", { name: "Take over results" })).toHaveCount(0);
  const plain = await as(priya, { javaScriptEnabled: false });
  await plain.goto(page.url());
  await plain
    .getByRole("button", { name: "Choose schools" })
    .or(plain.getByRole("link", { name: "Choose schools" }))
    .click();
  const fir = plain.getByRole("group", { name: `Which school is ${of("Fir")}?` });
  await expect(fir.getByRole("radio", { name: "Leave this row out" })).toBeVisible();
  await fir.getByRole("radio", { name: of("New Fir") }).check();
  await plain.getByRole("button", { name: "Save choices" }).click();
  await expect(plain).toHaveURL(/\/results\/[0-9a-f-]{36}(\/progress)?$/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Take over results" })).toBeVisible();
  await press(page, "Take over results");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
});

test("a damaged list of schools is refused with line and column", async ({ as, council, priya }) => {
  const { code } = council;
  const rows = [
    { URN: `96${code}1`, ESTAB: "3201", SCHNAME: `Yew Lane School ${code}`, OPENDATE: "20260230" },
    { URN: `96${code}2`, ESTAB: "3202", SCHNAME: `Box Lane School ${code}`, NFTYPE: "School of sorts" },
  ];
  const page = await as(priya);
  await uploadFile(page, `schools-damaged-${code}-2026-11-01.csv`, listOf(code, rows));
  const errors = page.getByRole("table", { name: /Errors by line and column/ });
  await expect(errors.getByRole("row").nth(1)).toContainText(/2\s*OPENDATE\s*20260230/);
  await expect(errors.getByRole("row").nth(2)).toContainText(/3\s*NFTYPE\s*School of sorts/);
});
