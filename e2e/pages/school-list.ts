import type { Page } from "@playwright/test";
import { expect, expectAccessible, press } from "../support/test";

/** Rows in the layout of the list of schools of the performance tables; a blank cell holds a space, as there. */
export function listOf(councilCode: string, rows: readonly Partial<Record<string, string>>[]): string {
  const columns = "URN,LA,ESTAB,SCHNAME,TOWN,POSTCODE,ICLOSE,OPENDATE,CLOSEDATE,NFTYPE,ISPRIMARY,ISSECONDARY,OTHERURN";
  const usual = { LA: councilCode, TOWN: "Harrowmere", ICLOSE: "1", NFTYPE: "Community School", ISPRIMARY: "1" };
  const lines = rows.map((row) =>
    columns
      .split(",")
      .map((column) => row[column] ?? (usual as Partial<Record<string, string>>)[column] ?? " ")
      .join(","),
  );
  return [columns, ...lines, ""].join("\r\n");
}

export async function takeOverList(page: Page): Promise<void> {
  await press(page, "Take over list");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  await expectAccessible(page);
}
