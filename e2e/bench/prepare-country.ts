import { randomBytes } from "node:crypto";
import { createDatabase } from "../../app/platform/create-database";
import { startThrowAwayPostgres } from "../../app/platform/embedded/throw-away-postgres";
import { migrate } from "../../prisma/migrate";
import type { NationalSchool } from "../../prisma/scenarios/national-register";

export const LAST_YEAR = 2026;

export type Country = {
  databaseUrl: string;
  schools: NationalSchool[];
  /** Takes one of the country's files over, as the command line does; returns how long it took, in milliseconds. */
  importFile: (file: { filename: string; bytes: Uint8Array; year: number }) => Promise<number>;
  close: () => Promise<void>;
};

/** An empty, migrated database of its own with the made-up councils, and the made-up schools to fill it with. */
export async function prepareCountry(): Promise<Country> {
  const cluster = await startThrowAwayPostgres();
  const database = await createDatabase({ adminUrl: cluster.adminUrl });
  await migrate({ url: database.url });
  Object.assign(process.env, { DATABASE_URL: database.url, SESSION_SECRET: randomBytes(32).toString("hex") });
  // Imported now that the environment names the database.
  const [{ closeDatabase }, { importResultsFile }, register, { addCouncils }] = await Promise.all([
    import("../../app/platform/db.server"),
    import("../../app/identification/import-results-file.server"),
    import("../../prisma/scenarios/national-register"),
    import("../../prisma/scenarios/programmes"),
  ]);
  await addCouncils(register.nationalCouncils());
  return {
    databaseUrl: database.url,
    schools: register.listNationalSchools(LAST_YEAR),
    importFile: async ({ filename, bytes, year }) => {
      const expectedYear = filename.startsWith("schools") ? null : year;
      const began = performance.now();
      const imported = await importResultsFile({
        filename,
        bytes,
        expectedYear,
        now: new Date("2026-10-01T09:00:00Z"),
      });
      if (imported.outcome === "refused") throw new Error(JSON.stringify(imported.errors.slice(0, 3)));
      return performance.now() - began;
    },
    close: async () => {
      await closeDatabase();
      await database.drop();
      await cluster.stop();
    },
  };
}
