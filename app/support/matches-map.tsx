import { formatPlural } from "~/ui/format-number";
import { PointMap } from "~/ui/point-map";
import type { Match, Matches } from "./list-candidates.server";

/** The map of the matches; the numbers are those of the table. Nothing where the school's own place is not known. */
export function MatchesMap({ place, school, matches }: { place: Matches["place"]; school: string; matches: Match[] }) {
  const placed = matches.flatMap(({ number, full, candidate: { id, place: at } }) =>
    at.easting === null || at.northing === null
      ? []
      : [{ id, number, easting: at.easting, northing: at.northing, marked: full }],
  );
  if (place.easting === null || place.northing === null)
    return <p className="govuk-body">There is no map because the coordinates of {school} are not known.</p>;
  if (placed.length === 0)
    return <p className="govuk-body">There is no map because the coordinates of none of the schools are known.</p>;
  const missing = matches.length - placed.length;
  return (
    <figure className="app-figure">
      <figcaption className="app-figure__title">Where they are</figcaption>
      <PointMap
        id="map"
        title={`Support schools around ${school}`}
        description={`${formatPlural(placed.length, "support school")} around ${school}, numbered as in the table, which gives their distances.`}
        centre={{ easting: place.easting, northing: place.northing, label: school }}
        points={placed}
        legend={{ point: "A place is free", marked: "At capacity" }}
      />
      {missing > 0 && (
        <p className="app-figure__source">
          {formatPlural(missing, "school is", "schools are")} in the table but not on the map because the coordinates
          are not known.
        </p>
      )}
    </figure>
  );
}
