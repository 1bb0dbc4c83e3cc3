import type { Cache, LiveEvents, PlacedSighting } from "@zpr/ports";
import { itemTag } from "../public-tags.ts";
import { reportNumbers } from "./report-numbers.ts";

/** Tells everybody of a report that was written or changed. */
export type AnnounceReport = (sighting: PlacedSighting) => Promise<void>;

/** Tells those who watch the study, and has the public see it; a report of no item is no study's yet. */
export function announceReport(cache: Cache, liveEvents: LiveEvents): AnnounceReport {
  const count = reportNumbers(cache);
  return async ({ studyId, id, itemCode, seenAt, position }) => {
    if (studyId === null) return;
    await Promise.all([cache.invalidate([itemTag(itemCode)]), count(studyId)]);
    liveEvents.publish({ kind: "sighting", studyId, id, itemCode, seenAt, position });
  };
}
