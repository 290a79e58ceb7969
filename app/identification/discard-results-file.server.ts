import type { Actor } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { dropStaged } from "./drop-staged.server";

/** Puts a file aside that has not been taken over. False where it is being taken over, or was. */
export async function discardResultsFile({ actor, fileId }: { actor: Actor; fileId: string }): Promise<boolean> {
  return asActorInBulk(actor, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE results_files SET state = 'discarded', version = version + 1
        WHERE id = $1 AND state IN ('waiting', 'reading', 'checked', 'refused')`,
      [fileId],
    );
    if (rowCount === 1) {
      await dropStaged(client, fileId);
      return true;
    }
    const { rows } = await client.query<{ state: string }>("SELECT state FROM results_files WHERE id = $1", [fileId]);
    if (!rows[0]) throw new Response("Not found", { status: 404 });
    return rows[0].state === "discarded";
  });
}
