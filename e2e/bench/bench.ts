import { buildService } from "../../app/platform/launch/build-service";
import { nationalFiles, nationalPrimaryFile } from "../../prisma/scenarios/national-files";
import { copyPlainly } from "./copy-plainly";
import { LAST_YEAR, prepareCountry } from "./prepare-country";
import { timeRule } from "./time-rule";
import { watchPages } from "./watch-pages";

// `npm run bench` measures what the promises compare: ratios within one run, on a made-up country of national size.
const ROUNDS = 5;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;

function tell(what: string, figures: Record<string, string>): void {
  console.log(`\n${what}`);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(58)} ${figure}`);
}

buildService();
const country = await prepareCountry();
try {
  const began = performance.now();
  let bytes = 0;
  for (const file of nationalFiles(country.schools, LAST_YEAR)) {
    bytes += file.bytes.length;
    await country.importFile(file);
  }
  tell("Ten years of the country, a list of schools and twenty tables", {
    "bytes taken over": `${(bytes / 1e6).toFixed(0)} MB`,
    "in all, checked and taken over": `${((performance.now() - began) / 1000).toFixed(1)} s`,
  });

  // The newest table again and again, each time with other figures, so that every round has changes to take over.
  const table = Buffer.from(nationalPrimaryFile(country.schools, LAST_YEAR).bytes).toString();
  const rounds: { copy: number; imported: number; flags: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const changed = Buffer.from(
      table.replaceAll(`,${40 + round}%,`, `,${41 + round}%,`).replace("PTMEASURE1,", `PTMEASURE1_${round},`),
    );
    const copy = await copyPlainly(country.databaseUrl, changed);
    const imported = await country.importFile({ filename: "ks2.csv", bytes: changed, year: LAST_YEAR });
    rounds.push({ copy, imported, flags: await timeRule() });
  }
  const [copy, imported, flags] = (["copy", "imported", "flags"] as const).map((key) =>
    median(rounds.map((r) => r[key])),
  );
  tell(
    `A national table of 17,000 schools × 100 columns (${(table.length / 1e6).toFixed(1)} MB), median of ${ROUNDS}`,
    {
      "plain COPY of the same bytes into text columns": ms(copy ?? 0),
      "read, checked, compared and taken over": ms(imported ?? 0),
      "the rule over the whole country, in SQL (asked: 100 ms)": ms(flags ?? 0),
      "from file to flags ÷ plain COPY (asked: at most 3)": (((imported ?? 0) + (flags ?? 0)) / (copy ?? 1)).toFixed(2),
    },
  );

  const pages = await watchPages(country, Buffer.from(table.replaceAll(",50%,", ",51%,")));
  tell("Pages while a national table is imported by the worker", {
    "p99 idle": ms(pages.idle),
    "p99 during the import": ms(pages.during),
    "during ÷ idle (asked: at most 2)": (pages.during / pages.idle).toFixed(2),
    "answers compared": `${pages.answers.idle} and ${pages.answers.during}`,
  });
} finally {
  await country.close();
}
