import { readFirstRecords, type Separator } from "./recognise-layout";
import type { RowError } from "./row-error";
import { shorten } from "./row-error";
import { type ListField, type ListLayout, listLayouts } from "./school-list-layouts";

export interface RecognisedList {
  layout: ListLayout;
  separator: Separator;
  /** Records before the first row of schools, the header included. */
  headerRecords: number;
  headerLine: number;
  header: readonly string[];
  fields: Readonly<Partial<Record<ListField, number>>>;
}

/**
 * The header, the separator and the layout of a list of schools. Null where the text has no header of one: then it is
 * something else, such as a results file.
 */
export function recogniseSchoolList(text: string): RecognisedList | RowError | null {
  const candidates = ([",", "\t", ";", "|"] as const).flatMap((separator) => readFirstRecords(text, separator));
  const [best] = candidates
    .flatMap((candidate) =>
      listLayouts.map((layout) => {
        const fields = findFields(candidate.header, layout);
        return { ...candidate, layout, fields, marked: layout.marks.every((field) => fields[field] !== undefined) };
      }),
    )
    .filter(({ marked, fields }) => marked && fields.name !== undefined)
    .sort((a, b) => Object.keys(b.fields).length - Object.keys(a.fields).length);
  if (!best) return null;
  const { layout, header, headerLine, fields, separator, records } = best;
  const found = shorten(header.join(", "));
  const missing = layout.needed.find((field) => fields[field] === undefined);
  if (missing) {
    const column = layout.columns[missing]?.[0] ?? missing;
    return { line: headerLine, column, found, message: `The list has no column ${column}` };
  }
  const names = header.map((name) => name.toLowerCase());
  const twice = Object.values(fields).find(
    (at) => names.indexOf(names[at] ?? "") !== names.lastIndexOf(names[at] ?? ""),
  );
  if (twice !== undefined) {
    const column = header[twice] ?? "";
    return { line: headerLine, column, found, message: `The list has the column ${column} more than once` };
  }
  return { layout, separator, headerRecords: records, headerLine, header, fields };
}

function findFields(header: readonly string[], layout: ListLayout): Partial<Record<ListField, number>> {
  const positions = new Map(header.map((name, index) => [name.toLowerCase(), index] as const));
  const fields: Partial<Record<ListField, number>> = {};
  for (const [field, names] of Object.entries(layout.columns) as [ListField, readonly string[]][]) {
    const index = names.map((name) => positions.get(name.toLowerCase())).find((at) => at !== undefined);
    if (index !== undefined) fields[field] = index;
  }
  return fields;
}

/** The same list with only the columns that are read, so that the others are not kept in memory. */
export function keepListColumns(recognised: RecognisedList): { used: number[]; narrowed: RecognisedList } {
  const { fields, header } = recognised;
  const used = Object.values(fields).sort((a, b) => a - b);
  const narrowed = {
    ...recognised,
    header: used.map((index) => header[index] ?? ""),
    fields: Object.fromEntries(Object.entries(fields).map(([field, index]) => [field, used.indexOf(index)])),
  };
  return { used, narrowed };
}
