import type { Tally } from "@zpr/ports";
import { LRUCache } from "lru-cache";

/** More keys than this at once is an attack from many addresses; the oldest are forgotten. */
const MOST_KEYS = 20_000;

/** Counts in the memory of one process. */
export function memoryTally(now: () => Date): (key: string, seconds: number, by: number) => Tally {
  const counts = new LRUCache<string, { count: number; readonly until: number }>({
    max: MOST_KEYS,
  });
  return (key, seconds, by) => {
    const time = now().getTime();
    const known = counts.get(key);
    const current =
      known && known.until > time ? known : { count: 0, until: time + seconds * 1000 };
    current.count += by;
    counts.set(key, current);
    return { count: current.count, secondsLeft: Math.ceil((current.until - time) / 1000) };
  };
}
