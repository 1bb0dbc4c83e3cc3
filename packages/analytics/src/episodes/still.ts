import type { Position } from "@zpr/model";
import { distanceMetres } from "../distance.ts";
import { median } from "../watch/median.ts";
import type { Spot, Still } from "./fold-state.ts";

/** So many places say where the middle is; of more, every second, fourth and so on is kept. */
const SAMPLE = 255;
/** More fixes than these in an hour tell no more of whether something lies still. */
const MOST_FREE = 240;

/** The middle of some places: median longitude and median latitude. */
function middleOf(places: readonly Position[]): Position {
  const longitude = median(places.map(([x]) => x)) ?? 0;
  const latitude = median(places.map(([, y]) => y)) ?? 0;
  return [longitude, latitude];
}

/** Distances are good to a millimetre. */
const DOUBT_METRES = 0.01;

/** Whether all places are within some metres of their middle. */
export function isStill(spots: readonly Spot[], metres: number): boolean {
  const [first] = spots;
  const last = spots.at(-1);
  // No middle is near to both of two places that are so far apart, and what drifts mostly shows there.
  const spread = first && last ? distanceMetres(first.position, last.position) : 0;
  if (spread > 2 * metres + DOUBT_METRES) return false;
  const middle = middleOf(spots.map(({ position }) => position));
  return spots.every(({ position }) => distanceMetres(position, middle) <= metres);
}

/** The beginning of a stranding out of the spots that show it. */
export function beginStill(spots: readonly Spot[]): Still {
  const none: Still = {
    sample: [],
    middle: spots[0]?.position ?? [0, 0],
    count: 0,
    stride: 1,
    insideAt: 0,
    pending: [],
  };
  return spots.reduce(stayStill, none);
}

/** One more spot at the place. */
export function stayStill(still: Still, spot: Spot): Still {
  const next = { ...still, count: still.count + 1, insideAt: spot.at, pending: [] };
  if (still.count % still.stride !== 0) return next;
  const kept = [...still.sample, spot.position];
  const isFull = kept.length > SAMPLE;
  const sample = isFull ? kept.filter((_, at) => at % 2 === 0) : kept;
  return { ...next, sample, middle: middleOf(sample), stride: still.stride * (isFull ? 2 : 1) };
}

/** Spots of a tracker that reports by the second, thinned out; the newest stays. */
export function thinned(spots: readonly Spot[]): readonly Spot[] {
  if (spots.length <= MOST_FREE) return spots;
  return spots.filter((_, at) => at % 2 === 0 || at === spots.length - 1);
}
