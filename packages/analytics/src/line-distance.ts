import type { Position, WaterLines } from "@zpr/model";
import { distanceMetres } from "./distance.ts";

const RADIANS = Math.PI / 180;

/** Metres from a place to the nearest of some lines; infinite when there are none. */
export function metresToLines(place: Position, lines: WaterLines): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of lines)
    line.forEach((end, index) => {
      const foot = nearestOn(place, line[index - 1] ?? end, end);
      nearest = Math.min(nearest, distanceMetres(place, foot));
    });
  return nearest;
}

/** The nearest place on a piece of line, which is short enough for the earth to be flat along it. */
export function nearestOn([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): Position {
  const shrink = Math.cos(y * RADIANS);
  const [east, north] = [(x2 - x1) * shrink, y2 - y1];
  const length = east * east + north * north;
  const along = length === 0 ? 0 : ((x - x1) * shrink * east + (y - y1) * north) / length;
  const share = Math.min(1, Math.max(0, along));
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
}
