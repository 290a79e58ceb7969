import { randomBytes } from "node:crypto";
import { withClient, withDatabase } from "./embedded/connect";

export type CreatedDatabase = { url: string; drop: () => Promise<void> };

/** Makes a database of a random name on the server of `adminUrl`, empty or as a copy of a template nobody is connected to. */
export async function createDatabase(options: { adminUrl: string; template?: string }): Promise<CreatedDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const from = options.template ? ` template "${options.template}"` : "";
  await withClient(options.adminUrl, (client) => client.query(`create database "${name}"${from}`));
  return {
    url: withDatabase(options.adminUrl, name),
    drop: async () => {
      await withClient(options.adminUrl, (client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}
