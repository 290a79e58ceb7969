import { withClient } from "../app/platform/embedded/connect";
import { councils } from "./reference/councils";

/**
 * Puts the reference table of England's councils into a migrated database, and brings names and regions up to it.
 * Councils of an installation's own, such as the demonstration's, stay as they are. May run any number of times.
 */
export async function loadReference({ url }: { url: string }): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("begin");
    // Row-level security is forced on the tables' owner too: only this role may write them without a person.
    await client.query("set local role action_plans_system");
    await client.query(
      `insert into councils (code, name, region) select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict (code) do update set name = excluded.name, region = excluded.region
       where (councils.name, councils.region) is distinct from (excluded.name, excluded.region)`,
      [councils.map(({ code }) => code), councils.map(({ name }) => name), councils.map(({ region }) => region)],
    );
    await client.query("commit");
  });
}
