import { compareResults } from "./compare-results.server";
import { compareSchoolList } from "./compare-school-list.server";
import type { FileHandler, FileKind } from "./file-kind";
import { recogniseSchoolList } from "./recognise-school-list";
import { stageResults } from "./stage-results.server";
import { stageSchoolList } from "./stage-school-list.server";
import { storeResults } from "./store-results.server";
import { takeBackSchoolList, takeOverSchoolList } from "./take-over-school-list.server";

/** What is done with a file of each kind: nothing else that stores or removes asks for the kind. */
export const fileKinds: Readonly<Record<FileKind, FileHandler>> = {
  schools: {
    recognises: (text) => recogniseSchoolList(text) !== null,
    stage: stageSchoolList,
    compare: compareSchoolList,
    takeOver: takeOverSchoolList,
    takeBack: takeBackSchoolList,
    staging: ["staged_schools", "staged_links", "school_lists"],
  },
  results: {
    recognises: () => true,
    stage: stageResults,
    compare: compareResults,
    takeOver: storeResults,
    staging: ["staged_rows", "staged_unmatched", "staged_results", "staged_details", "staged_successions"],
  },
};

/** The kind of a decoded file. What is not a list of schools is taken for results, which say what they lack. */
export const findFileKind = (text: string): FileKind => (fileKinds.schools.recognises(text) ? "schools" : "results");
