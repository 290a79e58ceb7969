import { type RecognisedColumns, recogniseColumns } from "./recognise-columns";
import type { RowError } from "./row-error";
import { type ListField, type ListLayout, listLayouts } from "./school-list-layouts";

export type RecognisedList = RecognisedColumns<ListField> & { layout: ListLayout };

/**
 * The header, the separator and the layout of a list of schools. Null where the text has no header of one: then it is
 * something else, such as a results file.
 */
export const recogniseSchoolList = (text: string): RecognisedList | RowError | null =>
  recogniseColumns<ListField, ListLayout>(text, {
    layouts: listLayouts,
    meant: (fields, layout) => fields.name !== undefined && layout.marks.every((field) => fields[field] !== undefined),
    what: "list",
  });
