import { afterAll, beforeAll, expect, it } from "vitest";
import { withClient } from "~/platform/embedded/connect";
import { fullStrength, reached } from "~/platform/reached.fixture";
import { randomFrom } from "~prisma/scenarios/random";
import { bytesOf, fictionalCouncils, fictionalCsv, fictionalRow } from "./fictional-results.fixture";
import { importResultsFile } from "./import-results-file.server";
import { readResultsFile } from "./read-results-file";
import { closeResultsDatabase, noon, openResultsDatabase } from "./results-database.fixture";

const FILES = fullStrength ? 1_000 : 40;
let url: string;
beforeAll(async () => ({ url } = await openResultsDatabase()));
afterAll(closeResultsDatabase);

/** Every stored figure by URN and year. */
const stored = (): Promise<Map<string, string>> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ at: string; figure: string }>(
      `SELECT s.urn || ' ' || r.year AS at, coalesce(trim_scale(r.value)::text, r.code) AS figure
         FROM results r JOIN schools s ON s.id = r.school_id WHERE r.measure = $1`,
      ["ks2-l4-em"],
    );
    return new Map(rows.map(({ at, figure }) => [at, figure]));
  });

const sound = fictionalCsv(Array.from({ length: 12 }, (_, at) => fictionalRow(at + 1)));
// A new column header nobody reads makes bytes that were never taken over, with the same schools and figures.
const soundCopy = (copy: number) => bytesOf(sound.replace("ALPHAIND", `ALPHAIND_${copy}`));

function damage(text: string, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const bytes = [...bytesOf(text)];
  const signs = [...Buffer.from(',"\n\r\t 0159%-=<;xé\u0000')];
  for (let change = random.between(1, 5); change > 0; change -= 1) {
    const at = random.between(0, bytes.length - 1);
    const kind = random.between(1, 3);
    if (kind === 1) bytes.splice(at, 1, random.pick(signs));
    else if (kind === 2) bytes.splice(at, 0, random.pick(signs));
    else bytes.splice(at, random.between(1, 12));
  }
  return Uint8Array.from(bytes);
}

const differences = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([at, figure]) => before.has(at) && before.get(at) !== figure).map(([at]) => at);

it(`takes a damaged file over whole or not at all (${FILES} files), and a corrected one brings exactly the difference`, async () => {
  const take = (bytes: Uint8Array) =>
    importResultsFile({ filename: "results.csv", bytes, expectedYear: 2026, now: noon });
  await take(bytesOf(sound));
  const counts = { refused: 0, taken: 0 };
  for (let file = 0; file < FILES; file += 1) {
    const bytes = damage(sound, file + 1);
    const before = await stored();
    const outcome = await take(bytes);
    const after = await stored();
    if (outcome.outcome !== "takenOver") {
      if (outcome.outcome === "refused") {
        counts.refused += 1;
        for (const { message, line } of outcome.errors) {
          expect(message).toMatch(/^[A-Z]/);
          expect(line === null || line > 0).toBe(true);
        }
        expect(outcome.errorCount).toBeGreaterThan(0);
      }
      expect(after).toEqual(before);
      continue;
    }
    // The damage happened to make another sound file: all of it is stored, and nothing beside.
    counts.taken += 1;
    const read = readResultsFile({ bytes, filename: "results.csv", year: 2026, councilCodes: fictionalCouncils });
    if (!read.ok) throw new Error("A file that reading refuses was taken over");
    for (const { urn, results } of read.file.rows)
      for (const { year, value, code } of results)
        if (urn) expect(after.get(`${urn} ${year}`)).toBe(value === null ? code : String(Number(value)));
    expect(outcome.summary).toMatchObject({ changedResults: differences(before, after).length });
    expect(await take(bytes)).toMatchObject({ outcome: "known" });
    const corrected = await take(soundCopy(file));
    const again = await stored();
    expect(differences(before, again)).toEqual([]);
    expect(corrected).toMatchObject({ summary: { changedResults: differences(after, again).length } });
  }
  expect(counts.refused).toBeGreaterThan(0);
  expect(counts.taken).toBeGreaterThan(0);
  reached(
    8,
    `${FILES} damaged files into a database: ${counts.refused} refused with nothing stored, ${counts.taken} sound ones stored whole`,
  );
}, 600_000);
