import { inject } from "vitest";
import { type CreatedDatabase, createDatabase } from "./create-database";

/** A fresh, migrated database for one test file: a copy of the template that test-database.setup.ts made. */
export const createTestDatabase = (): Promise<CreatedDatabase> => createDatabase(inject("testDatabases"));
