import { listNotices } from "~/notifications/list-notices.server";
import { readNotices } from "~/notifications/read-notices.server";
import type { PersonActor } from "~/platform/actor";
import { demonstrationAccounts } from "./accounts";
import { findActor } from "./people";
import { workJobs } from "./programmes";

async function readAll(actor: PersonActor, now: Date): Promise<void> {
  // Those not read yet come first.
  const first = () => listNotices({ actor, page: 1, now });
  for (let page = await first(); page.unread > 0; page = await first())
    await readNotices({ actor, noticeIds: page.notices.filter(({ read }) => !read).map(({ id }) => id), now });
}

/** Everybody whom the demonstration offers to be has read what they were told up to now. */
export async function noticesRead(now: Date): Promise<void> {
  await workJobs(now);
  for (const { email } of demonstrationAccounts) await readAll(await findActor(email), now);
}
