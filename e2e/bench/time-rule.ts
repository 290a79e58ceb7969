import { LAST_YEAR } from "./prepare-country";

/** The rule of the primary template with its four years of concern; how long its statement takes, in milliseconds. */
export async function timeRule(): Promise<number> {
  const [{ asActorInBulk }, { system }, { flagSchools }] = await Promise.all([
    import("../../app/platform/db.server"),
    import("../../app/platform/actor"),
    import("../../app/identification/flag-schools.server"),
  ]);
  const years = [LAST_YEAR - 3, LAST_YEAR - 2, LAST_YEAR - 1, LAST_YEAR];
  return asActorInBulk(system("bench"), async (client) => {
    const began = performance.now();
    await flagSchools(client, {
      measure: "ks2-rwm-exp",
      floor: "55",
      years: [LAST_YEAR],
      concernYears: years,
      gapPolicy: "break",
      minPublishedYears: 1,
      minPupils: 0,
      includeClosed: false,
    });
    return performance.now() - began;
  });
}
