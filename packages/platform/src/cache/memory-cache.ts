import type { Cache } from "@zpr/ports";
import { LRUCache } from "lru-cache";
import { memoryTally } from "./memory-tally.ts";
import { rememberer } from "./rememberer.ts";
import type { Kept, Shelf } from "./shelf.ts";

const MOST_BYTES = 64_000_000;
const MOST_TAGS = 100_000;
/** What a key, its tags and their places take beside the value, about. */
const AROUND_BYTES = 500;

/** A cache in the memory of one process: other processes neither see it nor empty it. */
export function memoryCache(now: () => Date): Cache {
  let place = 0;
  /** All that was kept before is not to be given: a tag that nobody knows any more may be among it. */
  let forgotten = 0;
  const answers = new LRUCache<string, Kept & { readonly until: number }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ value }) => value.length + AROUND_BYTES,
  });
  const invalidated = new LRUCache<string, number>({
    max: MOST_TAGS,
    dispose: (at, _tag, why) => {
      if (why === "evict") forgotten = Math.max(forgotten, at);
    },
  });
  const isGood = ({ until, tags, ...kept }: Kept & { readonly until: number }) =>
    until > now().getTime() &&
    kept.place >= forgotten &&
    tags.every((tag) => (invalidated.get(tag) ?? 0) <= kept.place);

  const shelf: Shelf = {
    async look(key) {
      const kept = answers.get(key);
      return kept && isGood(kept) ? { place, value: kept.value } : { place };
    },
    async keep(key, kept) {
      answers.set(key, { ...kept, until: now().getTime() + kept.seconds * 1000 });
    },
  };
  const tally = memoryTally(now);
  return {
    ...rememberer(shelf),
    async invalidate(tags) {
      place += 1;
      for (const tag of tags) invalidated.set(tag, place);
    },
    count: async (key, seconds, by = 1) => tally.count(key, seconds, by),
  };
}
