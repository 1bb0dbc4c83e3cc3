import { distance, distanceToLine, type Point, toPlane } from "../river/plane.ts";
import type { Place } from "./gmt.ts";

/** Metres: as far as WDBII's generalised lines are from the river that they mean, and a bit. */
const BESIDE = 1200;
/** Metres: a tributary comes near as well, but only at its mouth. */
const LONGEST_MOUTH = 3000;

/** A line without those stretches that run along another one. */
export function withoutRunBeside(line: readonly Place[], other: readonly Point[]): Place[][] {
  const pieces: { readonly beside: boolean; readonly places: Place[] }[] = [];
  for (const place of line) {
    const beside = distanceToLine(toPlane(place), other) < BESIDE;
    const last = pieces.at(-1);
    if (last?.beside === beside) last.places.push(place);
    // A piece goes on to the first place of the next, or the line would have gaps.
    else {
      last?.places.push(place);
      pieces.push({ beside, places: [place] });
    }
  }
  return pieces
    .filter(({ beside, places }) => !beside || metres(places) < LONGEST_MOUTH)
    .map(({ places }) => places)
    .filter((places) => places.length > 1);
}

function metres(places: readonly Place[]): number {
  return places
    .slice(1)
    .reduce((sum, to, index) => sum + distance(toPlane(places[index] ?? to), toPlane(to)), 0);
}
