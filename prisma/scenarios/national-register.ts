import { type FictionalCouncil, fictionalCouncils } from "./councils";
import { type Random, randomFrom } from "./random";

/** How large the made-up country is. */
export type NationalSize = { councils: number; primaries: number; secondaries: number };
export const nationalSize: NationalSize = { councils: 152, primaries: 17_000, secondaries: 3_200 };

/** One made-up school under one URN; a conversion makes two of them that share a council and establishment number. */
export type NationalSchool = {
  urn: number;
  councilCode: string;
  establishment: number;
  name: string;
  phase: "primary" | "secondary";
  kind: "mainstream" | "special" | "independent";
  /** The Department's abbreviation. */
  type: string;
  pupils: number;
  /** The years, as they end, in which it has results. */
  from: number;
  to: number;
  /** "2019-09-01"; null where it opened before the ten years, or is open still. */
  openedOn: string | null;
  closedOn: string | null;
  predecessors: number[];
  successor: number | null;
  easting: number;
  northing: number;
  federation: string | null;
  /** What its results come out of: a level in per cent that drifts from year to year. */
  level: number;
  seed: number;
};

const regions = [
  "North Vale",
  "Mid Weald",
  "South Reach",
  "East March",
  "West Fold",
  "High Moor",
  "Low Fen",
  "Far Isles",
  "Old Marsh",
];
const beginnings =
  "Alder Birch Cedar Drift Ember Flint Grove Hazel Ivy Juniper Kestrel Linden Maple Nettle Oak Poplar Quarry Rowan Sedge".split(
    " ",
  );
const endings = "barrow brough cross dale ford gate holme ley".split(" ");

/** The made-up councils, 001 to 152; the first twelve are the demonstration's. Real codes begin at 201. */
export function nationalCouncils({ councils } = nationalSize): FictionalCouncil[] {
  const names = endings.flatMap((ending) => beginnings.map((beginning) => beginning + ending));
  return Array.from({ length: councils }, (_, at) => {
    const made = {
      code: String(at + 1).padStart(3, "0"),
      name: names[at] ?? `Council ${at + 1}`,
      region: regions[at % regions.length] ?? "",
    };
    return fictionalCouncils[at] ?? made;
  });
}

const types = {
  primary: ["CY", "CY", "CY", "CY", "VA", "VC", "VA", "FD", "ACC"],
  secondary: ["CY", "FD", "VA", "AC", "ACC", "ACC"],
};
const titles = {
  primary: ["Primary School", "Junior School", "Church of England Primary School"],
  secondary: ["School", "High School", "College"],
};

type Maker = { random: Random; firstYear: number; lastYear: number; nextUrn: () => number; nextName: () => string };

function makeSchool(
  maker: Maker,
  phase: NationalSchool["phase"],
  councilCode: string,
  establishment: number,
): NationalSchool {
  const { random, firstYear, lastYear } = maker;
  const bell = random.between(0, 30) + random.between(0, 30) + random.between(0, 30);
  return {
    urn: maker.nextUrn(),
    councilCode,
    establishment,
    name: `${maker.nextName()} ${random.pick(titles[phase])}`,
    phase,
    kind: "mainstream",
    type: random.pick(types[phase]),
    pupils: phase === "primary" ? random.between(8, 90) : random.between(60, 270),
    from: firstYear,
    to: lastYear,
    openedOn: null,
    closedOn: null,
    predecessors: [],
    successor: null,
    easting: random.between(200_000, 640_000),
    northing: random.between(60_000, 640_000),
    federation: null,
    level: (phase === "primary" ? 30 : 18) + (bell * 2) / 3,
    seed: random.between(1, 2 ** 31 - 1),
  };
}

/** The academy that a school becomes on a September between two years of results. */
function convert(maker: Maker, school: NationalSchool): NationalSchool {
  const year = maker.random.between(maker.firstYear + 1, maker.lastYear);
  const academy = {
    ...school,
    urn: maker.nextUrn(),
    type: "ACC",
    name: school.name.replace(/ [A-Z][\w ]*$/, " Academy"),
  };
  Object.assign(academy, { from: year, openedOn: `${year - 1}-09-01`, predecessors: [school.urn] });
  Object.assign(school, { to: year - 1, closedOn: `${year - 1}-08-31`, successor: academy.urn, type: "CY" });
  return academy;
}

/** What happens to some schools in ten years: conversion, opening, closing, a federation. */
function liveOn(maker: Maker, school: NationalSchool): NationalSchool[] {
  const { random, firstYear, lastYear } = maker;
  const fate = random.between(1, 200);
  if (fate <= 16) return [school, convert(maker, school)];
  if (fate <= 20) {
    const year = random.between(firstYear + 1, lastYear);
    return [{ ...school, from: year, openedOn: `${year - 1}-09-01` }];
  }
  if (fate <= 22) {
    const year = random.between(firstYear, lastYear - 1);
    return [{ ...school, to: year, closedOn: `${year}-08-31` }];
  }
  if (fate <= 28) return [{ ...school, federation: `The ${school.name.split(" ")[0]} Federation` }];
  return [school];
}

/** Two neighbours that one new school replaces: whose history it continues is for a person to say. */
function merge(maker: Maker, one: NationalSchool, two: NationalSchool): NationalSchool {
  const year = maker.random.between(maker.firstYear + 2, maker.lastYear);
  const merged = makeSchool(maker, one.phase, one.councilCode, 3_000 + (one.establishment % 900));
  for (const old of [one, two])
    Object.assign(old, { to: year - 1, closedOn: `${year - 1}-08-31`, successor: merged.urn });
  return Object.assign(merged, { from: year, openedOn: `${year - 1}-09-01`, predecessors: [one.urn, two.urn] });
}

/**
 * Every school of a made-up country over the ten years that end with `lastYear`: some 17,000 state primaries and 3,200
 * state secondaries that are open at the end, with those that closed, converted, opened or merged on the way, and the
 * special and independent ones that no floor counts. The same at each call.
 */
export function listNationalSchools(lastYear: number, size = nationalSize): NationalSchool[] {
  const random = randomFrom(17_003_200 + lastYear);
  let urn = 200_000;
  let name = 0;
  const maker: Maker = {
    random,
    firstYear: lastYear - 9,
    lastYear,
    nextUrn: () => (urn += 1),
    // Twenty thousand names from 19 × 8 beginnings would repeat: a number keeps them apart, as a saint's name would.
    nextName: () => `${random.pick(beginnings)}${random.pick(endings)} ${(name += 1)}`,
  };
  const councils = nationalCouncils(size);
  const open: NationalSchool[] = [];
  for (const phase of ["primary", "secondary"] as const) {
    const wanted = phase === "primary" ? size.primaries : size.secondaries;
    for (let at = 0; at < wanted; at += 1) {
      const council = councils[at % councils.length];
      const place = Math.floor(at / councils.length);
      open.push(makeSchool(maker, phase, council?.code ?? "", (phase === "primary" ? 2_001 : 4_001) + place));
    }
  }
  const merged: NationalSchool[] = [];
  const lives = open.flatMap((school, at) => {
    const neighbour = open[at + councils.length];
    if (at % 400 !== 399 || neighbour?.phase !== school.phase || neighbour.successor || school.successor)
      return school.successor ? [school] : liveOn(maker, school);
    merged.push(merge(maker, school, neighbour));
    return [school];
  });
  const others = councils.flatMap(({ code }, at) => {
    const special = makeSchool(maker, at % 2 === 0 ? "primary" : "secondary", code, 7_001);
    const independent = makeSchool(maker, at % 2 === 0 ? "secondary" : "primary", code, 6_001);
    return [
      { ...special, kind: "special" as const, type: "CYS" },
      { ...independent, kind: "independent" as const, type: "IND" },
    ];
  });
  return [...lives, ...merged, ...others];
}
