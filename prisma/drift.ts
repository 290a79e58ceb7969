import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

// The adapter refuses the catalogue's own types "char" and name[]: they are shown to it as bpchar and text[].
const READ_AS = new Map([
  [18, 1042],
  [1003, 1009],
]);

function connectToCatalogue(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const ask = pool.query.bind(pool) as (query: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
  const query = async (config: pg.QueryArrayConfig) => {
    const result = await ask(config);
    for (const field of result.fields) field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID;
    return result;
  };
  return Object.assign(pool, { query });
}

let loaded: Promise<void> | undefined;

// What the package's own entry does, which only bundlers can load: Node 20 does not import a .wasm file.
async function loadEngine(): Promise<void> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * What would have to change in a migrated database for it to be what a Prisma schema describes; "" where nothing
 * would. Prisma's own schema engine compares (its WASM build, so that nothing is downloaded). What Prisma cannot
 * express is not compared: policies, checks, partial and expression indexes, functions, other schemas than public.
 */
export async function findDrift({ url, schema }: { url: string; schema: string }): Promise<string> {
  await (loaded ??= loadEngine());
  const pool = connectToCatalogue(url);
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)),
  );
  try {
    const files = [{ path: "schema.prisma", content: schema }];
    const { exitCode, stdout } = await schemaEngine.diff({
      from: { tag: "schemaDatasource", files, configDir: "" },
      to: { tag: "schemaDatamodel", files },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "").trim();
  } finally {
    schemaEngine.free();
    await pool.end();
  }
}
