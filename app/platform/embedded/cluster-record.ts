import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotStart, reasonOf } from "../launch/cannot-start";

/** What DATA_DIR/postgres.json says of the embedded cluster. */
export type ClusterRecord = {
  /** Where the cluster's files lie, as seen from DATA_DIR: "postgres", or a path where PostgreSQL's account cannot enter DATA_DIR. */
  directory: string;
  port: number;
  password: string;
  /** False until initdb has finished: an interrupted first start is begun anew. */
  ready: boolean;
  /** The program that the server was last started from. */
  program: string;
};

const fileOf = (dataDir: string) => path.join(dataDir, "postgres.json");

function isRecord(value: unknown): value is ClusterRecord {
  if (typeof value !== "object" || value === null) return false;
  const { directory, port, password, ready, program } = value as Record<string, unknown>;
  const texts = [directory, password, program].every((text) => typeof text === "string");
  return texts && Number.isInteger(port) && typeof ready === "boolean";
}

/** The record kept in DATA_DIR, or null where there is none. Refuses a file that is not a record. */
export function findRecord(dataDir: string): ClusterRecord | null {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new CannotStart(`${fileOf(dataDir)} could not be read (${reasonOf(error)}): give yourself access to it.`);
  }
  try {
    const record: unknown = JSON.parse(text);
    if (isRecord(record)) return record;
  } catch {
    // Not JSON: damaged like any other content that is not a record.
  }
  throw new CannotStart(
    `${fileOf(dataDir)} is damaged: restore ${dataDir} from a backup, or move it away to begin with an empty database.`,
  );
}

/** Writes the record whole or not at all; it holds the database's password, so only its owner may read it. */
export function keepRecord(dataDir: string, record: ClusterRecord): void {
  const writing = `${fileOf(dataDir)}.${process.pid}`;
  writeFileSync(writing, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(writing, fileOf(dataDir));
}

/** Makes DATA_DIR where it is missing; one sentence where that cannot be. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    rmSync(mkdtempSync(path.join(dataDir, "probe-")), { recursive: true });
  } catch (error) {
    throw new CannotStart(
      `DATA_DIR ${dataDir} cannot be used (${reasonOf(error)}): name a directory that you may write to.`,
    );
  }
}

/** A secret for one machine: 32 random bytes that can stand in an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** A secret kept in DATA_DIR under that name, made at the first call; only its owner may read it. */
export function keptSecret(dataDir: string, name: string): string {
  makeDataDir(dataDir);
  const file = path.join(dataDir, name);
  try {
    writeFileSync(file, newSecret(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
