import type { Position } from "@zpr/model";
import type { JourneyFeature } from "../../kit/api.ts";

/** A mark of a sketch, in its own units. */
interface SketchMark {
  readonly kind: "release" | "sighting";
  readonly x: number;
  readonly y: number;
}

/** A journey without a map beneath it: `points` of polylines, and marks; north is up. */
export interface JourneySketch {
  readonly tracks: readonly string[];
  /** Between places of which only the ends are known, the way is a guess. */
  readonly guess: string | undefined;
  readonly marks: readonly SketchMark[];
}

/** The size of a sketch in its own units. */
export const SKETCH = { width: 360, height: 300, margin: 60 } as const;

/** Sketches a journey from what is known of its places; nothing while none is. */
export function sketchJourney(features: readonly JourneyFeature[]): JourneySketch | undefined {
  const known = features.filter(({ properties }) => properties.kind !== "network");
  const positions = known.flatMap(positionsOf);
  if (positions.length === 0) return undefined;
  const place = projection(positions);
  const toPoints = (line: readonly Position[]) => line.map((at) => place(at).join(",")).join(" ");
  const tracks = known
    .filter(({ geometry }) => geometry?.type === "LineString")
    .map((feature) => toPoints(positionsOf(feature)));
  const steps = known.filter(({ geometry }) => geometry?.type === "Point");
  return {
    tracks,
    guess: tracks.length === 0 ? toPoints(steps.flatMap(positionsOf)) : undefined,
    marks: steps.flatMap((feature) => {
      const kind = feature.properties.kind === "release" ? "release" : "sighting";
      return positionsOf(feature).map((at) => {
        const [x, y] = place(at);
        return { kind, x, y };
      });
    }),
  };
}

function positionsOf({ geometry }: JourneyFeature): readonly Position[] {
  if (!geometry) return [];
  return geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
}

/** Puts positions on the sketch: all of them in view, no side stretched. */
function projection(positions: readonly Position[]): (at: Position) => readonly [number, number] {
  const squeeze = Math.cos(((positions[0]?.[1] ?? 0) * Math.PI) / 180);
  const [west, east] = extent(positions.map(([longitude]) => longitude * squeeze));
  const [south, north] = extent(positions.map(([, latitude]) => latitude));
  const { width, height, margin } = SKETCH;
  const scale = Math.min(
    (width - 2 * margin) / Math.max(east - west, 1e-4),
    (height - 2 * margin) / Math.max(north - south, 1e-4),
  );
  const round = (units: number) => Math.round(units * 10) / 10;
  return ([longitude, latitude]) => [
    round(width / 2 + (longitude * squeeze - (west + east) / 2) * scale),
    round(height / 2 - (latitude - (south + north) / 2) * scale),
  ];
}

function extent(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
