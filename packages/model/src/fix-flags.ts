import type { FixFlag } from "./fix.ts";

/** The flags in the order of their bits, lowest first. Stored: never reorder, only append. */
const ORDER: readonly FixFlag[] = [
  "no-fix",
  "null-island",
  "out-of-range",
  "before-deployment",
  "after-retrieval",
  "future",
  "imprecise",
  "spike",
  "duplicate",
  "network",
  "late",
  "carried",
  "excluded",
];

const BITS = new Map(ORDER.map((flag, place) => [flag, 1 << place]));

const HARMLESS: ReadonlySet<FixFlag> = new Set(["network", "late", "carried"]);

/** Bits of the flags that keep a fix out of journeys: all but `network`, `late` and `carried`. */
export const BLOCKING_FLAGS = flagBits(ORDER.filter((flag) => !HARMLESS.has(flag)));

/** Bits of the flags of fixes that show where somebody took an item: the journey keeper finds them. */
export const TAKEN_FLAGS = flagBits(["carried"]);

/** Bits of the flags that researchers set by hand; what decoders and rules say does not touch them. */
export const EXCLUDED_FLAGS = flagBits(["excluded"]);

/** Bits of the flags of fixes that only members see. */
export const UNPUBLIC_FLAGS = BLOCKING_FLAGS | TAKEN_FLAGS;

/** Bits of the flags that say that a tracker was in no item, and nothing against the position. */
export const DEPLOYMENT_FLAGS = flagBits(["before-deployment", "after-retrieval"]);

/** Bits of the flags of fixes that do not say where a tracker is, in an item or not. */
export const MISLEADING_FLAGS = BLOCKING_FLAGS & ~DEPLOYMENT_FLAGS;

/** Bits of the flags of places that are kilometres wide: shown apart, and no part of a way. */
export const ROUGH_FLAGS = flagBits(["network"]);

/** Bits of the flags that depend on the fixes before and after. */
export const NEIGHBOUR_FLAGS = flagBits(["spike", "duplicate"]);

/** Bits of the flags of fixes that are nobody's neighbour: they say nothing about the speed of others. */
export const DOUBTFUL_FLAGS = flagBits([
  "no-fix",
  "null-island",
  "out-of-range",
  "future",
  "imprecise",
  "network",
  "duplicate",
]);

/** A set of flags as one number, as it is stored. */
export function flagBits(flags: readonly FixFlag[]): number {
  return flags.reduce((bits, flag) => bits | (BITS.get(flag) ?? 0), 0);
}

/** The flags in a stored number. */
export function flagNames(bits: number): readonly FixFlag[] {
  return ORDER.filter((flag) => bits & (BITS.get(flag) ?? 0));
}
