/** The instant at which the tests' world stands still: Tuesday 24 November 2026, ten in the morning in England. */
export const FROZEN = "2026-11-24T10:00:00.000Z";
export const TODAY = "2026-11-24";

/** The due dates of the programmes, as the demonstration sets them on that day. */
export const dueOn = { priority: "2027-02-26", standard: "2027-03-19" };

/** Councils for tests to take, with three schools each; as many as there are tests that need one, and some to spare. */
export const testCouncils = Array.from({ length: 90 }, (_, at) => {
  const code = String(101 + at);
  return { code, name: `Harrowmere ${code}`, region: "East March" };
});
export const SCHOOLS_EACH = 3;

/** Programmes that nothing has been published of: one that could be, and one whose run waits for a worker. */
export const [preparedName, waitingName] = ["National Challenge 2028", "National Challenge 2029"];

type Place = {
  baseURL: string;
  databaseUrl: string;
  /** A copy of the database as it was before the first test, that nobody connects to: a template for further ones. */
  untouchedUrl: string;
  /** Where clocks and other small files of the run lie. */
  directory: string;
  claims: string;
  programmeId: string;
};

const KEY = "E2E_WORLD";

/** What set-up made, for the test processes, which inherit its environment. */
export const publishWorld = (place: Place): void => void (process.env[KEY] = JSON.stringify(place));

export function world(): Place {
  const text = process.env[KEY];
  if (!text) throw new Error("The tests' set-up has not run.");
  return JSON.parse(text) as Place;
}
