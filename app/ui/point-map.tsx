import { placePoints } from "./place-points";

interface PointMapProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the map shows, in a sentence or two: the whole message for somebody who does not see it. */
  description: string;
  /** The place that the others are looked at from. */
  centre: { easting: number; northing: number; label: string };
  /** Each with the number that it has in the table, and its sign: a circle or, where it is marked, a square. */
  points: { id: string; number: number; easting: number; northing: number; marked?: boolean }[];
  /** What the signs stand for. */
  legend: { point: string; marked?: string };
}

const FRAME = { width: 400, height: 360, margin: 42 };
const RADIUS = 13;
const CENTRE = "centre";
const kilometres = (metres: number) => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`);

/** Places on the National Grid without a ground map: north up, with a scale. Signs differ by shape, not by colour alone. */
export function PointMap({ id, title, description, centre, points, legend }: PointMapProps) {
  const all = [
    { id: CENTRE, easting: centre.easting, northing: centre.northing, number: 0, marked: false },
    ...points.map(({ marked = false, ...point }) => ({ ...point, marked })),
  ];
  const { placed, bar } = placePoints(all, FRAME, RADIUS * 2 + 3);
  const barLeft = 14;
  const barTop = FRAME.height - 14;
  return (
    <>
      <ul className="app-chart-key">
        <li>
          <Swatch kind="centre" />
          {centre.label}
        </li>
        <li>
          <Swatch kind="point" />
          {legend.point}
        </li>
        {legend.marked && (
          <li>
            <Swatch kind="marked" />
            {legend.marked}
          </li>
        )}
      </ul>
      <svg
        className="app-chart app-map"
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <rect className="app-map__ground" x="0.5" y="0.5" width={FRAME.width - 1} height={FRAME.height - 1} />
        {placed.map(({ id: key, x, y, signX, signY }) =>
          Math.hypot(signX - x, signY - y) > 1 ? (
            <g key={key}>
              <line className="app-map__leader" x1={x} y1={y} x2={signX} y2={signY} />
              <circle className="app-map__spot" cx={x} cy={y} r="2.5" />
            </g>
          ) : null,
        )}
        {placed.map(({ id: key, signX, signY, number, marked }) =>
          key === CENTRE ? (
            <path key={key} className="app-map__centre" d={diamond(signX, signY, RADIUS)} />
          ) : (
            <g key={key}>
              {marked ? (
                <rect
                  className="app-map__sign app-map__sign--marked"
                  x={signX - RADIUS + 1}
                  y={signY - RADIUS + 1}
                  width={RADIUS * 2 - 2}
                  height={RADIUS * 2 - 2}
                />
              ) : (
                <circle className="app-map__sign" cx={signX} cy={signY} r={RADIUS} />
              )}
              <text
                className={marked ? "app-map__number" : "app-map__number app-map__number--light"}
                x={signX}
                y={signY + 5}
                textAnchor="middle"
              >
                {number}
              </text>
            </g>
          ),
        )}
        <path className="app-map__scale" d={`M${barLeft} ${barTop - 6}v6h${bar.width.toFixed(1)}v-6`} />
        <text className="app-map__note" x={barLeft + bar.width / 2} y={barTop - 5} textAnchor="middle">
          {kilometres(bar.metres)}
        </text>
        <path className="app-map__north" d={`M${FRAME.width - 20} 12l7 20l-7 -5l-7 5z`} />
        <text className="app-map__note" x={FRAME.width - 20} y={46} textAnchor="middle">
          N
        </text>
      </svg>
    </>
  );
}

const diamond = (x: number, y: number, r: number) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;

function Swatch({ kind }: { kind: "centre" | "point" | "marked" }) {
  return (
    <svg
      className="app-chart-key__swatch"
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
    >
      {kind === "centre" && <path className="app-map__centre" d={diamond(9, 9, 8)} />}
      {kind === "point" && <circle className="app-map__sign" cx="9" cy="9" r="8" />}
      {kind === "marked" && <rect className="app-map__sign app-map__sign--marked" x="2" y="2" width="14" height="14" />}
    </svg>
  );
}
