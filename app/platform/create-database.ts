import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { codeOf, withClient, withDatabase } from "./embedded/connect";

export type CreatedDatabase = { url: string; drop: () => Promise<void> };

/** Makes a database of a random name on the server of `adminUrl`, empty or as a copy of a template nobody is connected to. */
export async function createDatabase(options: { adminUrl: string; template?: string }): Promise<CreatedDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const from = options.template ? ` template "${options.template}"` : "";
  await withClient(options.adminUrl, (client) => client.query(`create database "${name}"${from}`));
  return {
    url: withDatabase(options.adminUrl, name),
    drop: () => withClient(options.adminUrl, (client) => dropDatabase(client, name)),
  };
}

const IN_USE = "55006";

// Connections that are just closing are given a moment: ended by force they would raise an error in the process that
// has already let go of them.
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      await client.query(`drop database if exists "${name}"`);
      return;
    } catch (error) {
      if (codeOf(error) !== IN_USE) throw error;
      await setTimeout(50);
    }
  }
  await client.query(`drop database if exists "${name}" with (force)`);
}
