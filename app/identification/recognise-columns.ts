import { readFirstRecords, type Separator } from "./recognise-layout";
import { type RowError, shorten } from "./row-error";

/** What the columns of a file are called, by what they hold. */
export interface ColumnLayout<Field extends string> {
  /** Each field with the names that its column may have. */
  columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** A file without one of these is refused; every other column may be missing. */
  needed: readonly Field[];
}

export interface RecognisedColumns<Field extends string> {
  separator: Separator;
  /** Records before the first row, the header included. */
  headerRecords: number;
  headerLine: number;
  header: readonly string[];
  fields: Readonly<Partial<Record<Field, number>>>;
}

/**
 * The header that has the most columns of a layout, of those that are `meant` as one. Null where no line is: then the text
 * is something else. An error where the header lacks a column, or has one twice; `what` is what its message calls the file.
 */
export function recogniseColumns<Field extends string, Layout extends ColumnLayout<Field>>(
  text: string,
  { layouts, meant, what }: { layouts: readonly Layout[]; meant: Meant<Field, Layout>; what: string },
): (RecognisedColumns<Field> & { layout: Layout }) | RowError | null {
  const candidates = ([",", "\t", ";", "|"] as const).flatMap((separator) => readFirstRecords(text, separator));
  const [best] = candidates
    .flatMap((candidate) =>
      layouts.map((layout) => ({ ...candidate, layout, fields: findFields<Field>(candidate.header, layout) })),
    )
    .filter(({ layout, fields }) => meant(fields, layout))
    .sort((a, b) => Object.keys(b.fields).length - Object.keys(a.fields).length);
  if (!best) return null;
  const { layout, header, headerLine, fields, separator, records } = best;
  const found = shorten(header.join(", "));
  const missing = layout.needed.find((field) => fields[field] === undefined);
  if (missing) {
    const column = layout.columns[missing]?.[0] ?? missing;
    return { line: headerLine, column, found, message: `The ${what} has no column ${column}` };
  }
  const names = header.map((name) => name.toLowerCase());
  const twice = Object.values<number | undefined>(fields).find(
    (at) => at !== undefined && names.indexOf(names[at] ?? "") !== names.lastIndexOf(names[at] ?? ""),
  );
  if (twice !== undefined) {
    const column = header[twice] ?? "";
    return { line: headerLine, column, found, message: `The ${what} has the column ${column} more than once` };
  }
  return { layout, separator, headerRecords: records, headerLine, header, fields };
}

type Fields<Field extends string> = Readonly<Partial<Record<Field, number>>>;
type Meant<Field extends string, Layout> = (fields: Fields<Field>, layout: Layout) => boolean;

function findFields<Field extends string>(header: readonly string[], layout: ColumnLayout<Field>): Fields<Field> {
  const positions = new Map(header.map((name, index) => [name.toLowerCase(), index] as const));
  const fields: Partial<Record<Field, number>> = {};
  for (const [field, names] of Object.entries(layout.columns) as [Field, readonly string[]][]) {
    const index = names.map((name) => positions.get(name.toLowerCase())).find((at) => at !== undefined);
    if (index !== undefined) fields[field] = index;
  }
  return fields;
}

/** The same file with only the columns that are read, so that the others are not kept in memory. */
export function keepColumns<Field extends string, Recognised extends RecognisedColumns<Field>>(
  recognised: Recognised,
): { used: number[]; narrowed: Recognised } {
  const { header } = recognised;
  const fields = Object.entries(recognised.fields) as [Field, number][];
  const used = fields.map(([, index]) => index).sort((a, b) => a - b);
  const narrowed = {
    ...recognised,
    header: used.map((index) => header[index] ?? ""),
    fields: Object.fromEntries(fields.map(([field, index]) => [field, used.indexOf(index)])),
  };
  return { used, narrowed };
}
