import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "~/platform/actor";
import { asActorInBulk } from "~/platform/db.server";
import { columns, fictionalRow } from "./fictional-results.fixture";
import { loadSchoolSeries } from "./load-school-series.server";
import { asService, closeResultsDatabase, importRows, openResultsDatabase } from "./results-database.fixture";

const years = [2023, 2024, 2025, 2026];
const load = (wanted = years) =>
  asActorInBulk(system("test"), (client) => loadSchoolSeries(client, { measure: "ks2-l4-em", years: wanted }));
const link = (urn: string, predecessor: string) =>
  asService(async (tx) => {
    const { id } = await tx.school.findUniqueOrThrow({ where: { urn: predecessor } });
    await tx.school.update({ where: { urn }, data: { predecessorId: id } });
  });
const series = async () =>
  (await load()).map(({ urn, results }) => `${urn}: ${results.map(({ value, code }) => value ?? code).join(" ")}`);

describe("a school's series", () => {
  beforeAll(async () => {
    const { admin } = await openResultsDatabase();
    const blank = { PTENGMATX23: "", PTENGMATX24: "", PTENGMATX25: "" };
    await importRows({
      admin,
      rows: [
        fictionalRow(1, { PTENGMATX23: "41%", PTENGMATX24: "", PTENGMATX25: "", PTENGMATX26: "", PTENGMATX: "" }),
        fictionalRow(2, { ...blank, PTENGMATX24: "42%", PTENGMATX26: "NE", PTENGMATX: "NE" }),
        fictionalRow(3, { ...blank, PTENGMATX26: "44%", PTENGMATX: "44%" }),
        fictionalRow(4),
      ],
      header: columns,
    });
  });
  afterAll(closeResultsDatabase);

  it("goes on over several conversions and counts once", async () => {
    await link("900003", "900002");
    await link("900002", "900001");
    expect(await series()).toEqual(["900003: 41 42  44", "900004: 60 60 60 60"]);
  });

  it("loses no school to links that go round in a circle", async () => {
    await link("900001", "900003");
    const loaded = await series();
    expect(loaded).toHaveLength(2);
    expect(loaded).toContain("900004: 60 60 60 60");
  });

  it("is not there for a school that published nothing of these years", async () => {
    expect(await load([2019, 2020])).toEqual([]);
  });
});
