import type { PersonActor } from "~/platform/actor";
import { refusalSentence } from "~workflows/school-plan/decide";
import type { SectionKey } from "~workflows/school-plan/types";
import type { Autosaved } from "~/ui/autosaved";
import { EventRefused } from "./event-refused";
import { getSectionSetting } from "./get-section-setting.server";
import { readSectionForm } from "./save-section-form";
import { saveSection } from "./save-section.server";
import { fieldLabel } from "./section-labels";

type AutosaveSection = {
  actor: PersonActor;
  planId: string;
  section: SectionKey;
  /** The form as it stands, finished or not. */
  values: Record<string, string | string[]>;
  now: Date;
};

/**
 * Saves a section's text while its writer is still typing: it counts as complete or not as it did before, and where it
 * cannot be saved the answer says why. Throws a 404 where the person may not write to the plan.
 */
export async function autosaveSection({ actor, planId, section, values, now }: AutosaveSection): Promise<Autosaved> {
  const { commented, ...setting } = await getSectionSetting({ actor, planId, section });
  const { errors, ...read } = readSectionForm(section, setting, commented, { ...values, save: "later" });
  const [problem] = Object.entries(errors);
  if (problem) return { outcome: "notSaved", reason: `${fieldLabel(problem[0])}: ${problem[1]}` };
  try {
    const result = await saveSection({ actor, planId, section, ...read, complete: "asBefore", now });
    if (result.saved) return { outcome: "saved", version: result.version, at: now.toISOString() };
    if (!result.stored) return { outcome: "notSaved", reason: "A file that you cite was removed. Save to see which" };
    return { outcome: "conflict", byName: result.stored.byName, at: result.stored.at };
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error;
    return { outcome: "notSaved", reason: refusalSentence(error.reason, error.state) };
  }
}
