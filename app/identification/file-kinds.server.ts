import { compareLinks } from "./compare-links.server";
import { compareResults } from "./compare-results.server";
import { compareSchoolList } from "./compare-school-list.server";
import type { FileHandler, FileKind } from "./file-kind";
import { recogniseLinks } from "./links-layout";
import { recogniseSchoolList } from "./recognise-school-list";
import { stageLinks } from "./stage-links.server";
import { stageResults } from "./stage-results.server";
import { stageSchoolList } from "./stage-school-list.server";
import { storeLinks, takeBackLinks } from "./store-links.server";
import { storeResults } from "./store-results.server";
import { takeOverSchoolList } from "./take-over-school-list.server";

/** What is done with a file of each kind: nothing else that stores or removes asks for the kind. */
export const fileKinds: Readonly<Record<FileKind, FileHandler>> = {
  links: {
    recognises: (text) => recogniseLinks(text) !== null,
    stage: stageLinks,
    compare: compareLinks,
    takeOver: storeLinks,
    takeBack: takeBackLinks,
    staging: ["staged_links"],
    about: "file_links",
  },
  schools: {
    recognises: (text) => recogniseSchoolList(text) !== null,
    stage: stageSchoolList,
    compare: compareSchoolList,
    takeOver: takeOverSchoolList,
    takeBack: takeBackLinks,
    staging: ["staged_schools", "staged_links", "school_lists"],
    about: "file_schools",
  },
  results: {
    recognises: () => true,
    stage: stageResults,
    compare: compareResults,
    takeOver: storeResults,
    staging: ["staged_rows", "staged_unmatched", "staged_results", "staged_details", "staged_successions"],
    about: "file_schools",
  },
};

/** The kind of a decoded file. What is neither links nor a list of schools is taken for results, which say what they lack. */
export const findFileKind = (text: string): FileKind =>
  (["links", "schools"] as const).find((kind) => fileKinds[kind].recognises(text)) ?? "results";
