import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placePoints } from "./place-points";

const frame = { width: 400, height: 360, margin: 40 };
const points = fc
  .array(fc.record({ easting: fc.integer({ min: 0, max: 600_000 }), northing: fc.integer({ min: 0, max: 900_000 }) }), {
    minLength: 1,
    maxLength: 15,
  })
  .map((all) => all.map((point, at) => ({ ...point, id: String(at) })));

describe("points on a map", () => {
  it("keep their distances and directions: north is up, east is right, one scale both ways", () => {
    fc.assert(
      fc.property(points, (all) => {
        const { placed, bar } = placePoints(all, frame, 24);
        const perPixel = bar.metres / bar.width;
        for (const one of placed)
          for (const other of placed) {
            expect((other.x - one.x) * perPixel).toBeCloseTo(other.easting - one.easting, 3);
            expect((one.y - other.y) * perPixel).toBeCloseTo(other.northing - one.northing, 3);
          }
      }),
      { numRuns: 50 },
    );
  });

  it("lie inside the margin, and their signs inside the frame", () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const { x, y, signX, signY } of placePoints(all, frame, 24).placed) {
          expect(x).toBeGreaterThanOrEqual(39.9);
          expect(x).toBeLessThanOrEqual(360.1);
          expect(y).toBeGreaterThanOrEqual(39.9);
          expect(y).toBeLessThanOrEqual(320.1);
          expect(signX >= 12 && signX <= 388 && signY >= 12 && signY <= 348).toBe(true);
        }
      }),
    );
  });

  it("are moved apart where two are at one spot", () => {
    const spot = { easting: 400_000, northing: 300_000 };
    const { placed, bar } = placePoints(
      ["a", "b", "c"].map((id) => ({ id, ...spot })),
      frame,
      24,
    );
    const [a, b] = placed;
    expect(Math.hypot(a!.signX - b!.signX, a!.signY - b!.signY)).toBeGreaterThan(23);
    expect(bar.metres).toBe(500);
  });
});
