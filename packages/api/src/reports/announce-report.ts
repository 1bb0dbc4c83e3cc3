import type { LiveEvents, PlacedSighting } from "@zpr/ports";

/** Tells those who watch the study; a report of no item is no study's yet. */
export function announceReport(liveEvents: LiveEvents, sighting: PlacedSighting): void {
  const { studyId, id, itemCode, seenAt, position } = sighting;
  if (studyId !== null)
    liveEvents.publish({ kind: "sighting", studyId, id, itemCode, seenAt, position });
}
