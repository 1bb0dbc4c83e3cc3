import type { Cache, Meter } from "@zpr/ports";

/** A cache that counts how often it spared the source, by the first word of what was asked. */
export function countedCache(cache: Cache, meter: Pick<Meter, "tally">): Cache {
  return {
    invalidate: cache.invalidate,
    count: cache.count,
    async remember(question) {
      let source: "kept" | "asked" = "kept";
      const answer = await cache.remember({
        ...question,
        ask() {
          source = "asked";
          return question.ask();
        },
      });
      const [word = ""] = question.key.split(" ", 1);
      meter.tally("cache-answers", { question: word, source });
      return answer;
    },
  };
}
