import { fictionalCouncils } from "./councils";
import { type Random, randomFrom } from "./random";

/**
 * How a school did over the five years that the demonstration's files hold, against a floor of 55%: the last year is
 * the programme's, the one before that of the earlier round.
 */
export type Story =
  | "steady"
  | "longBelow"
  | "belowTwice"
  | "fell"
  | "justBelow"
  | "recovered"
  | "atFloor"
  | "boycott"
  | "suppressed"
  | "closed"
  | "converted";

export type FictionalSchool = {
  councilCode: string;
  establishment: string;
  urn: string;
  name: string;
  town: string;
  postcode: string;
  /** The Department's abbreviation. */
  type: string;
  recordType: "1" | "2";
  story: Story;
  pupils: number;
  /** What is published, by years before the latest (0 to 4): "57%", or a code. */
  published: string[];
};

type CouncilPlan = { mainstream: number; stories: Partial<Record<Story, number>> };

// Council 001 has the most, so that one person can see a case in every state.
const plans: Readonly<Record<string, CouncilPlan>> = {
  "001": { mainstream: 30, stories: { longBelow: 5, belowTwice: 3, fell: 7, justBelow: 1, recovered: 2, atFloor: 1 } },
  "002": { mainstream: 22, stories: { longBelow: 2, belowTwice: 2, fell: 3, recovered: 1 } },
  "003": { mainstream: 22, stories: { longBelow: 1, belowTwice: 2, fell: 3, suppressed: 1 } },
  "004": { mainstream: 20, stories: { longBelow: 1, fell: 2, atFloor: 1 } },
  "005": { mainstream: 20, stories: { longBelow: 2, belowTwice: 1, fell: 3, recovered: 1 } },
  "006": { mainstream: 18, stories: { belowTwice: 1, fell: 1, closed: 1 } },
  "007": { mainstream: 18, stories: { longBelow: 2, belowTwice: 1, fell: 3, recovered: 1 } },
  "008": { mainstream: 20, stories: { fell: 2, converted: 1 } },
  "009": { mainstream: 20, stories: { boycott: 1, fell: 2, suppressed: 1 } },
  "010": { mainstream: 20, stories: { belowTwice: 1, fell: 1, recovered: 1 } },
  "011": { mainstream: 20, stories: { longBelow: 1, belowTwice: 1, fell: 2, recovered: 1 } },
  "012": { mainstream: 20, stories: { fell: 2, atFloor: 1 } },
};

const beginnings =
  "Bobbin Candle Cobble Dapple Ember Fiddle Gander Hollin Inkle Jackdaw Kettle Lantern Magpie Marrow Nettle Otter Parsley Pepper Quill Rattle Saffron Sorrel Tansy Teasel Thimble Umber Velvet Whistle Yarrow Zephyr".split(
    " ",
  );
const endings = "bridge brook combe field hurst leigh mere stead wick wood".split(" ");
const types = ["CY", "CY", "CY", "CY", "CY", "CY", "VA", "VC", "ACC"] as const;
const names: Readonly<Record<string, string>> = {
  VA: "Church of England Primary School",
  VC: "Church of England Primary School",
  ACC: "Academy",
};

/** Figures from the latest year (0) back to the earliest (4). */
function figuresOf(story: Story, random: Random): string[] {
  const percent = (least: number, most: number) => `${random.between(least, most)}%`;
  const good = () => percent(58, 80);
  const poor = () => percent(38, 53);
  const level = random.between(63, 88);
  const around = () => `${Math.min(100, level + random.between(-6, 6))}%`;
  const figures: Record<Story, () => string[]> = {
    steady: () => [around(), around(), around(), around(), around()],
    longBelow: () => [poor(), poor(), poor(), poor(), poor()],
    belowTwice: () => [poor(), poor(), good(), good(), good()],
    fell: () => [percent(44, 53), good(), good(), good(), good()],
    justBelow: () => ["54%", "57%", good(), good(), good()],
    recovered: () => [percent(58, 68), poor(), poor(), good(), good()],
    atFloor: () => ["55%", good(), good(), good(), good()],
    boycott: () => [poor(), poor(), "IA", poor(), poor()],
    suppressed: () => ["SUPP", percent(56, 64), "SUPP", good(), good()],
    closed: () => ["NE", poor(), poor(), good(), good()],
    converted: () => ["NE", poor(), poor(), poor(), poor()],
  };
  return figures[story]();
}

function storiesOf({ mainstream, stories }: CouncilPlan): Story[] {
  const told = Object.entries(stories).flatMap(([story, count]) => Array.from({ length: count }, () => story as Story));
  return [...told, ...Array.from({ length: mainstream - told.length }, () => "steady" as const)];
}

/** In the boycotted year, two before the latest, a quarter of two councils' schools have no figure. */
function withGaps(school: FictionalSchool, random: Random): FictionalSchool {
  if (school.story !== "steady") return school;
  const published = [...school.published];
  const chance = random.between(1, 60);
  if (["009", "010"].includes(school.councilCode) && chance <= 15) published[2] = "IA";
  else if (chance === 60) published[3] = "SUPP";
  else if (chance === 59) published.splice(3, 2, "NE", "NE");
  else if (chance >= 55) published[1] = "LT11";
  return { ...school, published };
}

/**
 * Every school of the demonstration's files, all made up: 250 mainstream primaries of twelve councils, with some special
 * and independent ones that no floor counts. The same at each call.
 */
export function listFictionalSchools(): FictionalSchool[] {
  const random = randomFrom(20_091_207);
  const places = random.shuffle(beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending)));
  let number = 0;
  const make = (council: { code: string; name: string }, establishment: number, story: Story, type: string) => {
    number += 1;
    const ending = names[type] ?? (random.between(1, 10) === 1 ? "Junior School" : "Primary School");
    return {
      councilCode: council.code,
      establishment: String(establishment),
      urn: String(900_000 + number),
      name: `${places[number - 1]} ${ending}`,
      town: council.name,
      postcode: `ZZ${Number(council.code)} ${random.between(1, 9)}ZZ`,
      type,
      recordType: "1" as const,
      story,
      pupils: random.between(18, 62),
      published: figuresOf(story, random),
    };
  };
  return fictionalCouncils.flatMap((council, at) => {
    const plan = plans[council.code] ?? { mainstream: 20, stories: {} };
    const mainstream = storiesOf(plan).map((story, index) =>
      withGaps(make(council, 2001 + index, story, story === "converted" ? "CY" : random.pick(types)), random),
    );
    const others: FictionalSchool[] = [];
    if (at % 2 === 0) {
      const special = make(council, 7001, "longBelow", "CYS");
      others.push({ ...special, recordType: "2", name: `${places[number - 1]} School` });
    }
    if (at % 3 === 0) {
      const independent = make(council, 6001, "steady", "IND");
      others.push({ ...independent, name: `${places[number - 1]} House`, published: Array(5).fill("NA") });
    }
    return [...mainstream, ...others];
  });
}
