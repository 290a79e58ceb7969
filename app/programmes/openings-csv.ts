import { writeCsv } from "~/platform/csv";
import { formatDateTime } from "~/ui/format-date";
import type { CouncilOpening } from "./list-openings.server";

/** The openings of a publication as CSV, a council a row. */
export const openingsCsv = (councils: readonly CouncilOpening[]): string =>
  writeCsv(
    [
      [
        "Council code",
        "Council",
        "First opened by",
        "First opened",
        "Officers and leads who opened it",
        "Schools",
        "Headteachers told",
        "Headteachers who opened it",
      ],
      ...councils.map(({ code, name, first, readers, schools, headsTold, headsOpened }) => [
        code,
        name,
        first?.by ?? "",
        first ? formatDateTime(first.at) : "",
        readers,
        schools,
        headsTold,
        headsOpened,
      ]),
    ],
    { bom: true },
  );
