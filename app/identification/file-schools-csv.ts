import { writeCsv } from "~/platform/csv";
import { describeDetails } from "./describe-school-detail";
import type { FileSchool } from "./list-file-schools.server";

/** The schools of a list, one line for each detail that changes, and one for each school that is new, stays as it is or is lacking. */
export const fileSchoolsCsv = (schools: readonly FileSchool[]): string =>
  writeCsv(
    [
      ["Line", "URN", "Number", "School", "What", "Detail", "Before", "After"],
      ...schools.flatMap(({ line, urn, laestab, name, isNew, before, after }) => {
        const row = [line, urn, laestab, name];
        const changes = isNew ? [] : describeDetails(before ?? {}, after ?? {});
        const what = line === null ? "not in the list" : isNew ? "new" : "unchanged";
        if (changes.length === 0) return [[...row, what, null, null, null]];
        return changes.map((change) => [...row, "changed", change.detail, change.before, change.after]);
      }),
    ],
    { bom: true },
  );
