import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { ColumnType, SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const TEXT_ARRAY = 1009;
// The catalogue's own types, several of which Prisma's adapter refuses or takes for text; any other is text.
const TYPES = new Map<number, ColumnType>([
  [16, ColumnTypeEnum.Boolean],
  [18, ColumnTypeEnum.Character], // "char"
  [20, ColumnTypeEnum.Int64],
  [21, ColumnTypeEnum.Int32],
  [23, ColumnTypeEnum.Int32],
  [26, ColumnTypeEnum.Int64], // oid
  [1002, ColumnTypeEnum.CharacterArray], // "char"[]
  [1003, ColumnTypeEnum.TextArray], // name[]
  [1005, ColumnTypeEnum.Int32Array],
  [1007, ColumnTypeEnum.Int32Array],
  [TEXT_ARRAY, ColumnTypeEnum.TextArray],
]);
const parserOf = (type: number) => pg.types.getTypeParser(type === 1003 || type === 1002 ? TEXT_ARRAY : type);

function adaptCatalogue(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  const queryRaw = async ({ sql, args }: SqlQuery): Promise<SqlResultSet> => {
    const types = { getTypeParser: parserOf };
    const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: "array", types });
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => TYPES.get(field.dataTypeID) ?? ColumnTypeEnum.Text),
      rows,
    };
  };
  return Object.assign(factory, { connect: async () => Object.assign(await connect(), { queryRaw }) });
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
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adaptCatalogue(pool)),
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
