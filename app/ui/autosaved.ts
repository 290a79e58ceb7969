/** What the server answers to a form that saves as its writer types; `at` is an instant in ISO form. */
export type Autosaved =
  | { outcome: "saved"; version: number; at: string }
  /** Somebody else saved another text in the meantime: nothing was stored, and the form's own save shows both. */
  | { outcome: "conflict"; byName: string; at: string }
  | { outcome: "notSaved"; reason: string };

/** What the writer is told of it. Apart from "saved" and "saving", what they typed is in their browser alone. */
export type AutosaveState = Autosaved | { outcome: "idle" | "saving" | "offline" | "signedOut" };
