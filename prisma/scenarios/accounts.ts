import type { RoleName } from "~/platform/actor";

export type DemonstrationAccount = {
  name: string;
  email: string;
  role: RoleName;
  /** For roles that are for one council. */
  councilCode?: string;
  /** The seven digits of a headteacher's school. */
  schoolLaestab?: string;
  /** What the account is good for, shown beside it on the sign-in page. */
  words: string;
};

/** The password of every demonstration account. Live mode has neither the accounts nor the password. */
export const demonstrationPassword = "made-up schools only";

/** The demonstration's people, all made up: the first of each role is the one to begin with. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    name: "Priya Nandlake",
    email: "priya.nandlake@department.example",
    role: "admin",
    words: "Runs the programme, its dates and its people.",
  },
  {
    name: "Tom Wexcombe",
    email: "tom.wexcombe@department.example",
    role: "admin",
    words: "The second admin, for steps that need two.",
  },
  {
    name: "Helena Marshwick",
    email: "helena.marshwick@department.example",
    role: "reviewer",
    words: "Reviews submitted plans, returns or approves them.",
  },
  {
    name: "Callum Brightholm",
    email: "callum.brightholm@department.example",
    role: "reviewer",
    words: "The second reviewer, for second approvals.",
  },
  {
    name: "Yusuf Delacombe",
    email: "yusuf.delacombe@department.example",
    role: "reviewer",
    words: "A third reviewer, to hand a review over to.",
  },
  {
    name: "Grace Pellingham",
    email: "grace.pellingham@council-001.example",
    role: "lead",
    councilCode: "001",
    words: "Drafts, submits and withdraws plans.",
  },
  {
    name: "Dev Rathmoor",
    email: "dev.rathmoor@council-001.example",
    role: "officer",
    councilCode: "001",
    words: "Drafts plans, challenges a flag and records progress.",
  },
  {
    name: "Bronwen Tulley",
    email: "bronwen.tulley@council-001.example",
    role: "officer",
    councilCode: "001",
    words: "A second officer, for two people in one plan.",
  },
  {
    name: "Martin Okonwell",
    email: "martin.okonwell@council-002.example",
    role: "lead",
    councilCode: "002",
    words: "Submits another council’s plans.",
  },
  {
    name: "Sadie Fairbrook",
    email: "sadie.fairbrook@council-002.example",
    role: "officer",
    councilCode: "002",
    words: "Drafts another council’s plans.",
  },
  {
    name: "Ines Corbalan",
    email: "ines.corbalan@council-003.example",
    role: "lead",
    councilCode: "003",
    words: "Submits a third council’s plans.",
  },
  {
    name: "Wil Thackmore",
    email: "wil.thackmore@council-003.example",
    role: "officer",
    councilCode: "003",
    words: "Drafts a third council’s plans.",
  },
  {
    name: "Ruth Ambleforth",
    email: "ruth.ambleforth@school-0012001.example",
    role: "headteacher",
    councilCode: "001",
    schoolLaestab: "0012001",
    words: "Reads one school’s figures and plan, and replies to it.",
  },
  {
    name: "Edmund Vaisley",
    email: "edmund.vaisley@adviser.example",
    role: "adviser",
    councilCode: "002",
    words: "Advises a council on its submitted plans.",
  },
];
