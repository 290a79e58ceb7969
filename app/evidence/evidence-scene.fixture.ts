import { openPeopleDatabase } from "~/people/people.fixture";
import * as scenes from "~/reviews/review-scene.fixture";

/** A scene of reviews in a database of its own, with an adviser of its council and one of another. */
export async function openEvidenceScene() {
  await openPeopleDatabase();
  return {
    scene: await scenes.openScene(),
    adviser: await scenes.person("Ada Vane", scenes.inCouncil("adviser", "001")),
    otherAdviser: await scenes.person("Otto Vane", scenes.inCouncil("adviser", "002")),
  };
}
