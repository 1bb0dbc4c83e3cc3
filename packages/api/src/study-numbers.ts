import type { Cache, StudyCounts, StudyStore } from "@zpr/ports";
import { KEPT_SECONDS, numbersTag, studyTags } from "./public-tags.ts";

/** What a study's public face says in numbers, remembered: counting reads all its reports. */
export function studyNumbers(
  id: number,
  {
    studyStore,
    cache,
    now,
  }: { readonly studyStore: StudyStore; readonly cache: Cache; readonly now: () => Date },
): Promise<StudyCounts> {
  return cache.remember({
    key: `numbers ${id}`,
    seconds: KEPT_SECONDS,
    ask: () => studyStore.counts(id, now()),
    tags: () => [...studyTags(id), numbersTag(id)],
  });
}
