import type { Actor } from "~/platform/actor";
import { asActor, type Tx } from "~/platform/db.server";
import { decideHistory, decideOrder } from "./decide-history.server";
import { lockResults } from "./lock-results.server";
import { hasChoices, readMatchChoices } from "./list-match-choices.server";
import { matchKeys, NONE } from "./match-choice";

export type SavedChoices =
  | { ok: true; saved: number; undecided: number; kind: string }
  /** Messages by the choice's key. Nothing was saved. */
  | { ok: false; errors: Record<string, string> };

type Saving = { actor: Actor; fileId: string; answers: Readonly<Record<string, string>>; now: Date };
type Decided = { decidedById: string | null; decidedAt: Date };

/** Thrown to roll back what was saved of a form before the answer that cannot be. */
class Refused extends Error {
  constructor(readonly errors: Record<string, string>) {
    super();
  }
}

async function saveAnswer(
  tx: Tx,
  fileId: string,
  key: string,
  value: string,
  decided: Decided,
): Promise<string | null> {
  const [about = "", ...rest] = key.split("-");
  const subject = rest.join("-");
  const schoolId = value === NONE ? null : value;
  if (about === "number") {
    const row = { schoolId, fileId, ...decided };
    await tx.laestabChoice.upsert({ where: { laestab: subject }, create: { laestab: subject, ...row }, update: row });
  } else if (about === "urn") {
    const row = { schoolId, fileId, ...decided };
    await tx.urnChoice.upsert({ where: { urn: subject }, create: { urn: subject, ...row }, update: row });
  } else if (about === "later") {
    return decideHistory(tx, { fromId: schoolId, toId: subject, ...decided });
  } else {
    // Both ids of a pair are 36 characters long.
    return decideOrder(tx, { fromId: subject.slice(0, 36), toId: subject.slice(37), order: value, ...decided });
  }
  return null;
}

/** Two rows of a list that are answered with one stored school, whichever answer was there first: messages by key. */
async function findTakenTwice(tx: Tx, fileId: string, given: ReadonlySet<string>): Promise<Record<string, string>> {
  const rows = await tx.$queryRaw<{ schoolId: string; urn: string }[]>`
    SELECT c.school_id AS "schoolId", t.urn FROM staged_schools t JOIN urn_choices c ON c.urn = t.urn
     WHERE t.file_id = ${fileId}::uuid AND c.school_id = ANY (t.candidate_ids) ORDER BY t.line`;
  const errors: Record<string, string> = {};
  for (const { schoolId, urn } of rows) {
    const same = rows.filter((row) => row.schoolId === schoolId);
    const kept = same.find((row) => !given.has(matchKeys.urn(row.urn))) ?? same[0];
    if (kept && kept.urn !== urn && given.has(matchKeys.urn(urn)))
      errors[matchKeys.urn(urn)] = `Chosen for URN ${kept.urn} already`;
  }
  return errors;
}

/**
 * Saves what a person chose for a file, by the choices' keys: a school that is meant, or none. Choices that are not
 * answered stay to be decided. An answer that is not one of the options any more is refused, and nothing is saved.
 */
export async function saveMatchChoices({ actor, fileId, answers, now }: Saving): Promise<SavedChoices> {
  const decided = { decidedById: actor.kind === "person" ? actor.personId : null, decidedAt: now };
  try {
    return await asActor(actor, async (tx) => {
      await lockResults(tx);
      // Two people who choose at once: the second is measured against what the first left.
      const [file] = await tx.$queryRaw<{ state: string; kind: string }[]>`
        SELECT state, kind FROM results_files WHERE id = ${fileId}::uuid FOR UPDATE`;
      if (!file || !hasChoices(file.state)) throw new Response("Not found", { status: 404 });
      const { choices } = await readMatchChoices(tx, fileId, null);
      const byKey = new Map(choices.map((choice) => [choice.key, choice]));
      const given = Object.entries(answers);
      for (const [key, value] of given) {
        const isOption = byKey.get(key)?.options.some((option) => option.value === value);
        const message = isOption
          ? await saveAnswer(tx, fileId, key, value, decided)
          : "This is no longer one of the answers. Choose again";
        if (message) throw new Refused({ [key]: message });
      }
      const twice = await findTakenTwice(tx, fileId, new Set(Object.keys(answers)));
      if (Object.keys(twice).length > 0) throw new Refused(twice);
      const { undecided, undecidedRows } = await readMatchChoices(tx, fileId, null);
      // Only a check sets it to none: what the choices change has to be compared first.
      if (file.state === "checked" && undecidedRows > 0) {
        const data = { undecided: undecidedRows };
        await tx.resultsFile.update({ where: { id: fileId }, data, select: { id: true } });
      }
      return { ok: true as const, saved: given.length, undecided, kind: file.kind };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, errors: error.errors };
    throw error;
  }
}
