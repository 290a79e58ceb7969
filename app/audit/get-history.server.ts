import { describeTelling } from "~/notifications/describe-telling";
import { listTellings, type Telling } from "~/notifications/list-tellings.server";
import type { Actor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { isUuid } from "~/platform/is-uuid";
import { describeEvent } from "./describe-event";
import { type MovedDate, movedDates } from "./moved-dates";
import { nameActor } from "./name-actor";

export type HistoryEntry = {
  id: string;
  /** A sentence without who: "Returned the plan". */
  title: string;
  /** Who, and in what role. */
  by: string;
  /** The instant, in ISO form. */
  at: string;
  words: string | null;
  /** The due date that the event set. */
  moved: MovedDate | null;
  departmentOnly: boolean;
};

export type History = {
  school: { id: string; name: string };
  council: string;
  programme: string;
  /** The newest first. */
  entries: HistoryEntry[];
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

// No event of the workflow: it moves nothing, and stands in the history all the same.
const toEntry = (telling: Telling): HistoryEntry => ({
  id: telling.id,
  title: telling.by
    ? `Recorded that the headteacher was ${describeTelling(telling)}`
    : `The headteacher was ${describeTelling(telling)}`,
  by: telling.by ?? "The service",
  at: telling.recordedAt,
  words: telling.words || null,
  moved: null,
  departmentOnly: false,
});

/**
 * What happened to a case, as far as this person may see it: the Department all of it, a council what was not the
 * Department's own working. Names of people who have left stay. Throws a 404 where the case cannot be seen.
 */
export async function getHistory({ actor, caseId }: { actor: Actor; caseId: string }): Promise<History> {
  return asActor(actor, async (tx) => {
    const found = isUuid(caseId)
      ? await tx.schoolCase.findUnique({
          where: { id: caseId },
          select: {
            runId: true,
            school: { select: { id: true, name: true } },
            council: { select: { name: true } },
            programme: { select: { name: true } },
          },
        })
      : null;
    if (!found) throw new Response("Not found", { status: 404 });
    const events = await tx.event.findMany({
      where: { caseId },
      orderBy: { sequence: "asc" },
      include: { words: { select: { words: true } } },
    });
    const rows = events.map((event) => ({ ...event, payload: event.payload as Record<string, unknown> }));
    const mentioned = rows
      .flatMap(({ actorId, payload }) => [actorId, payload.toId])
      .filter((id) => isUuid(String(id)));
    const people = await tx.person.findMany({
      where: { id: { in: [...new Set(mentioned.map(String))] } },
      select: { id: true, name: true },
    });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const moved = movedDates(rows);
    const entries = rows.map(({ id, type, payload, after, at, actorId, actorRole, words, departmentOnly }) => ({
      id,
      title: sentence(
        describeEvent(
          { type, payload, after: after as Record<string, unknown> },
          (personId) => names.get(personId) ?? null,
        ),
      ),
      by: nameActor(names.get(actorId ?? ""), actorRole),
      at: at.toISOString(),
      words: words?.words ?? null,
      moved: moved.get(id) ?? null,
      departmentOnly,
    }));
    const tellings = await listTellings(tx, { id: caseId, runId: found.runId });
    const newestFirst = [...tellings.map(toEntry), ...entries.reverse()].sort((a, b) =>
      a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
    );
    return {
      school: found.school,
      council: found.council.name,
      programme: found.programme.name,
      entries: newestFirst,
    };
  });
}
