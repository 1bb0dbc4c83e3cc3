/** Quality flags of fixes, by the rules of docs/science.md: a flag says why a fix is doubted, it never deletes it. */
import {
  DOUBTFUL_FLAGS,
  type Fix,
  flagBits,
  isOnGlobe,
  NEIGHBOUR_FLAGS,
  type Position,
} from "@zpr/model";
import { distanceMetres } from "./distance.ts";

/** Thresholds, which a study may set. */
export interface QualityRules {
  readonly nullIslandDegrees: number;
  readonly futureMinutes: number;
  readonly lateHours: number;
  readonly accuracyMetres: number;
  readonly hdop: number;
  readonly satellites: number;
  readonly spikeMetresPerSecond: number;
}

export const DEFAULT_QUALITY_RULES: QualityRules = {
  nullIslandDegrees: 0.01,
  futureMinutes: 10,
  lateHours: 6,
  accuracyMetres: 100,
  hdop: 5,
  satellites: 4,
  spikeMetresPerSecond: 3,
};

const MINUTE = 60_000;
const HOUR = 3_600_000;

const NO_FIX = flagBits(["no-fix"]);
const OUT_OF_RANGE = flagBits(["out-of-range"]);
const NULL_ISLAND = flagBits(["null-island"]);
const IMPRECISE = flagBits(["imprecise"]);
const NETWORK = flagBits(["network"]);
const FUTURE = flagBits(["future"]);
const LATE = flagBits(["late"]);

/** Flags a fix gets for itself, whatever stands around it, as bits. */
export function ownFlags(fix: Fix, receivedAt: Date, rules: QualityRules): number {
  const ahead = fix.time.getTime() - receivedAt.getTime();
  return (
    placeFlags(fix.position, rules) |
    qualityFlags(fix, rules) |
    (ahead > rules.futureMinutes * MINUTE ? FUTURE : 0) |
    (-ahead > rules.lateHours * HOUR ? LATE : 0)
  );
}

function placeFlags(position: Position | null, { nullIslandDegrees: near }: QualityRules): number {
  if (!position) return NO_FIX;
  const isNull = Math.abs(position[0]) <= near && Math.abs(position[1]) <= near;
  return (isNull ? NULL_ISLAND : 0) | (isOnGlobe(position) ? 0 : OUT_OF_RANGE);
}

/** Accuracy and satellites are asked of GNSS only: a network's place is kilometres wide by its nature. */
function qualityFlags(fix: Fix, rules: QualityRules): number {
  if (fix.quality === "none" || fix.quality === "stale") return NO_FIX;
  if (fix.quality === "network") return NETWORK;
  const isImprecise =
    (fix.accuracyMetres ?? 0) > rules.accuracyMetres ||
    (fix.hdop ?? 0) > rules.hdop ||
    (fix.satellites ?? rules.satellites) < rules.satellites;
  return isImprecise ? IMPRECISE : 0;
}

/** A tracker was in an item from one instant until before another; `endedAt` is null while it is. */
interface Span {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const BEFORE = flagBits(["before-deployment"]);
const AFTER = flagBits(["after-retrieval"]);

/** The flag of a fix outside its tracker's deployments, as a bit; a tracker never deployed has none. */
export function deploymentFlag(time: Date, spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  if (spans.some((span) => span.startedAt <= time && (!span.endedAt || time < span.endedAt)))
    return 0;
  return spans.some((span) => span.endedAt && span.endedAt <= time) ? AFTER : BEFORE;
}

/** A fix as its neighbours see it. */
export interface Neighbour {
  readonly time: Date;
  readonly position: Position | null;
  readonly flags: number;
}

const DUPLICATE = flagBits(["duplicate"]);
const SPIKE = flagBits(["spike"]);
/** A fix with one of these, which it has by itself, is nobody's neighbour. */
const DOUBTFUL_ALONE = DOUBTFUL_FLAGS & ~NEIGHBOUR_FLAGS;

/**
 * Flags that depend on the fixes before and after, as bits, one for each fix of one tracker in the
 * order of time (and of a fixed key among equal times). They depend on the set of fixes only, not
 * on the order in which they came in.
 */
export function neighbourFlags(
  fixes: readonly Neighbour[],
  rules: QualityRules,
): readonly number[] {
  const flags = duplicates(fixes);
  const counted: Counted[] = [];
  fixes.forEach(({ time, position, flags: own }, place) => {
    if (position && !flags[place] && !isDoubtful(own))
      counted.push({ place, seconds: time.getTime() / 1000, position });
  });
  const limit = rules.spikeMetresPerSecond;
  for (let at = 1; at < counted.length - 1; at++) {
    const [before, here, after] = [counted[at - 1], counted[at], counted[at + 1]];
    if (!before || !here || !after) continue;
    if (
      isFaster(before, here, limit) &&
      isFaster(here, after, limit) &&
      !isFaster(before, after, limit)
    )
      flags[here.place] = SPIKE;
  }
  return flags;
}

/** A fix whose speed can be judged. */
interface Counted {
  readonly place: number;
  readonly seconds: number;
  readonly position: Position;
}

function isFaster(from: Counted, to: Counted, metresPerSecond: number): boolean {
  return distanceMetres(from.position, to.position) > metresPerSecond * (to.seconds - from.seconds);
}

function isDoubtful(flags: number): boolean {
  return (flags & DOUBTFUL_ALONE) !== 0;
}

function duplicates(fixes: readonly Neighbour[]): number[] {
  const flags = new Array<number>(fixes.length).fill(0);
  for (let start = 0, end = 0; start < fixes.length; start = end) {
    const instant = fixes[start]?.time.getTime();
    while (end < fixes.length && fixes[end]?.time.getTime() === instant) end++;
    if (end - start < 2) continue;
    for (const place of repeats(fixes.slice(start, end))) flags[start + place] = DUPLICATE;
  }
  return flags;
}

/** Of fixes at one time, those at the place of another; the one that stays is no doubtful one if there is a better. */
function repeats(fixes: readonly Neighbour[]): readonly number[] {
  const places = [...fixes.entries()];
  const better = places.filter(([, fix]) => !isDoubtful(fix.flags));
  const worse = places.filter(([, fix]) => isDoubtful(fix.flags));
  const taken = new Set<string>();
  return [...better, ...worse].flatMap(([place, { position }]) => {
    if (taken.has(`${position}`)) return [place];
    taken.add(`${position}`);
    return [];
  });
}

/** A stored set of flags with the ones that depend on neighbours replaced. */
export function withNeighbourFlags(flags: number, neighbour: number): number {
  return (flags & ~NEIGHBOUR_FLAGS) | neighbour;
}
