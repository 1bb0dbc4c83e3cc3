import type { Cache } from "@zpr/ports";
import { numbersTag } from "../public-tags.ts";

const SECOND = 1_000;
/** More reports of a study in a second are a crowd, for which nobody counts anew each time. */
const MOST_A_SECOND = 5;

/** Has the numbers of a study follow its reports: each of them, or in a crowd once a second. */
export function reportNumbers(cache: Cache): (studyId: number) => Promise<void> {
  const crowds = new Map<number, { reports: number }>();
  return async (studyId) => {
    const crowd = crowds.get(studyId) ?? { reports: 0 };
    crowd.reports += 1;
    if (crowd.reports === 1) {
      crowds.set(studyId, crowd);
      setTimeout(() => {
        crowds.delete(studyId);
        if (crowd.reports > MOST_A_SECOND) void cache.invalidate([numbersTag(studyId)]);
      }, SECOND).unref();
    }
    if (crowd.reports <= MOST_A_SECOND) await cache.invalidate([numbersTag(studyId)]);
  };
}
