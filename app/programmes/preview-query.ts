import type { ProgrammeSettings } from "./create-programme.schema";
import { toProgrammeValues } from "./programme-values";

/** Schools on one page of a list of the preview. */
export const PREVIEW_PAGE = 50;

/** Which schools of a preview are listed. */
export const previewLists = {
  come: "Come on the list",
  go: "Go from the list",
  near: "Near the floor",
} as const;
export type PreviewList = keyof typeof previewLists;

export type PreviewQuery = {
  /** The settings as they were typed, to be checked like the form they come from. */
  values: Record<string, string>;
  /** Without one, the first on which a school stands is shown. */
  list: PreviewList | null;
  page: number;
};

/** The settings that an address holds, and those that are stored where it holds none, as the form would send them. */
export const settingsToTry = (typed: Record<string, string>, stored: ProgrammeSettings): Record<string, string> =>
  Object.keys(typed).length > 0 ? typed : { ...toProgrammeValues(stored) };

/** What an address of the preview asks for. */
export function readPreviewQuery(params: URLSearchParams): PreviewQuery {
  const { list = "", page = "1", ...values } = Object.fromEntries(params);
  const asked = Number(page);
  return {
    values,
    list: Object.hasOwn(previewLists, list) ? (list as PreviewList) : null,
    page: Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1,
  };
}

/** The settings and the list as an address: without them in a form, they are all that a page of the preview knows. */
export function previewAddress(
  programmeId: string,
  { values, list, page = 1, at = "preview" }: Pick<PreviewQuery, "values"> & Partial<PreviewQuery> & { at?: string },
): string {
  const params = new URLSearchParams(values);
  if (list) params.set("list", list);
  if (page > 1) params.set("page", String(page));
  return `/programmes/${programmeId}/${at}?${params.toString()}`;
}
