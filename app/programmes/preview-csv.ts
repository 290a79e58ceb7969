import { writeCsv } from "~/platform/csv";
import type { PreviewedSchool } from "./preview-rule.server";

/** The schools of one list of a preview. */
export const previewCsv = (schools: readonly PreviewedSchool[]): string =>
  writeCsv(
    [
      ["URN", "Number", "School", "Council", "Points from the floor", "Before", "With these settings"],
      ...schools.map(({ urn, laestab, name, council, margin, before, after }) => [
        ...[urn, laestab, name, council],
        margin === null ? null : Number(margin),
        before ?? "",
        after ?? "",
      ]),
    ],
    { bom: true },
  );
