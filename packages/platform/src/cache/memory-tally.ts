import type { Tally } from "@zpr/ports";
import { LRUCache } from "lru-cache";

/** More keys than this at once is an attack from many addresses; the oldest are forgotten. */
const MOST_KEYS = 20_000;

/** Counts in the memory of one process. */
export interface MemoryTally {
  count(key: string, seconds: number, by: number): Tally;
  /** Goes on from what others counted as well. */
  learn(key: string, tally: Tally): void;
}

/** Nothing counted yet. */
export function memoryTally(now: () => Date): MemoryTally {
  const counts = new LRUCache<string, { readonly count: number; readonly until: number }>({
    max: MOST_KEYS,
  });
  return {
    count(key, seconds, by) {
      const time = now().getTime();
      const known = counts.get(key);
      const { count, until } =
        known && known.until > time ? known : { count: 0, until: time + seconds * 1000 };
      counts.set(key, { count: count + by, until });
      return { count: count + by, secondsLeft: Math.ceil((until - time) / 1000) };
    },
    learn(key, { count, secondsLeft }) {
      counts.set(key, { count, until: now().getTime() + secondsLeft * 1000 });
    },
  };
}
