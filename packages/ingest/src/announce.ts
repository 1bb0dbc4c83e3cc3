import { flagNames } from "@zpr/model";
import type { LiveEvent } from "@zpr/ports";
import { deploymentAt } from "./news.ts";
import type { Recorded, RecordedTracker } from "./recorded.ts";

/** What a batch is worth telling to people who watch: each tracker's newest fix, and strangers who call. */
export function announce({ trackers, unknown }: Recorded): readonly LiveEvent[] {
  return [
    ...trackers.flatMap(ofTracker),
    ...unknown.map(({ protocol, uniqueId }) => ({
      kind: "unknown-tracker" as const,
      studyId: null,
      protocol,
      uniqueId,
    })),
  ];
}

function ofTracker({ tracker, heardAt, rows }: RecordedTracker): readonly LiveEvent[] {
  const { id: trackerId, studyId } = tracker;
  const heard: LiveEvent = { kind: "tracker", studyId, trackerId, lastHeardAt: heardAt };
  const newest = rows.at(-1);
  if (!newest) return [heard];
  return [
    heard,
    {
      kind: "fix",
      studyId,
      trackerId,
      itemCode: deploymentAt(newest.time, tracker.deployments)?.itemCode ?? null,
      time: newest.time,
      position: newest.position,
      flags: flagNames(newest.flags),
      batteryVolts: newest.fix.batteryVolts,
      batteryPercent: newest.fix.batteryPercent,
      satellites: newest.fix.satellites,
    },
  ];
}
