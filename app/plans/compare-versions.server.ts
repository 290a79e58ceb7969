import type { PersonActor } from "~/platform/actor";
import { asActor } from "~/platform/db.server";
import { comparePlans, type SectionDifference } from "./compare-plans";
import { listVersions, type PlanVersion } from "./list-versions.server";
import { planSections } from "./plan-sections";
import { sectionKeys } from "~workflows/school-plan/types";

export type VersionName = Omit<PlanVersion, "content">;

export type Comparison = {
  planId: string;
  schools: string[];
  isCouncil: boolean;
  /** The oldest first. */
  versions: VersionName[];
  /** The two that are compared; null where there are not two to compare. */
  compared: { from: VersionName; to: VersionName; sections: SectionDifference[]; unchanged: string[] } | null;
};

const withoutContent = ({ content: _, ...rest }: PlanVersion): VersionName => rest;

/**
 * The differences between two texts of a plan, chosen by id among those that the reader may see: the newest and the one
 * that stood before it where none is named. A text that the reader may not see answers like one that is not there (404).
 */
export async function compareVersions(asked: {
  actor: PersonActor;
  planId: string;
  from: string | null;
  to: string | null;
}): Promise<Comparison> {
  const { actor, planId } = asked;
  const { schools, isCouncil, versions } = await asActor(actor, (tx) => listVersions(tx, { actor, planId }));
  const find = (id: string | null) => {
    const found = versions.find((version) => version.id === id);
    if (id && !found) throw new Response("Not found", { status: 404 });
    return found;
  };
  const to = find(asked.to) ?? versions.at(-1);
  const earlier = to ? versions.slice(0, versions.indexOf(to)) : [];
  const from = find(asked.from) ?? earlier.findLast(({ withdrawn }) => !withdrawn) ?? earlier.at(-1);
  const page = { planId, schools, isCouncil, versions: versions.map(withoutContent) };
  if (!to || !from) return { ...page, compared: null };
  const sections = comparePlans(from.content, to.content);
  const unchanged = sectionKeys.filter((key) => !sections.some((section) => section.key === key));
  return {
    ...page,
    compared: {
      from: withoutContent(from),
      to: withoutContent(to),
      sections,
      unchanged: unchanged.map((key) => planSections[key].title),
    },
  };
}
