import { Details } from "~/ui/details";

/** How the order of matches comes about, in the service's own words. */
export function HowRanked() {
  return (
    <Details summary="How the order is worked out">
      <p className="govuk-body">Each school gets up to 100 points. Where a figure is not known, its part gets none.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Distance in a straight line: 30 points next door, falling evenly to 0 at 60 kilometres.</li>
        <li>Phase: 20 points for the same phase.</li>
        <li>Results: half a point for each percentage point above the floor, up to 20.</li>
        <li>Size: up to 15 points, by how close the numbers of pupils in the year are.</li>
        <li>
          Trend: 10 points for a result 10 or more points above the average of the 3 years before, 5 for the same.
        </li>
        <li>Free places: 5 points if one is free now, falling evenly to 0 for one that is free in a year.</li>
      </ul>
      <p className="govuk-body">
        A school in another council counts like one in your own. Cases, plans and cohorts count for nothing. Schools
        with the same points come in the order of their distance, then phase, size, results, trend, free places and
        name.
      </p>
    </Details>
  );
}
