import { MISLEADING_FLAGS } from "@zpr/model";
import type {
  DeploymentSpan,
  FixPlace,
  KnownTracker,
  TrackerNews,
  UnknownTracker,
} from "@zpr/ports";
import type { ReadableMessage, Sender } from "./decode.ts";
import type { RecordedTracker } from "./recorded.ts";

/** Messages of somebody whom nobody registered, with the last place they tell. */
export function toCaller(sender: Sender, messages: readonly ReadableMessage[]): UnknownTracker {
  const times = messages.map(({ message }) => message.receivedAt.getTime());
  const placed = messages
    .flatMap(({ records }) => records)
    .findLast(({ fix }) => fix.quality === "valid" && fix.position);
  return {
    ...sender,
    firstHeardAt: new Date(Math.min(...times)),
    lastHeardAt: new Date(Math.max(...times)),
    messageCount: messages.length,
    lastPosition: placed?.fix.position ?? null,
  };
}

/** What a batch says of a tracker. */
export function toNews({ tracker, heardAt, rows, tail }: RecordedTracker): TrackerNews {
  const { id: trackerId, lastFixTime } = tracker;
  const good = rows.findLast(({ flags }) => (flags & MISLEADING_FLAGS) === 0);
  const isNewer = good && (lastFixTime === null || good.time >= lastFixTime);
  return {
    trackerId,
    heardAt,
    fixCount: rows.length,
    lastFix: isNewer ? { ...good, batteryVolts: good.fix.batteryVolts } : null,
    tail,
  };
}

/** Which items' journeys have something new or different, and since when. */
export function changesOf({
  tracker,
  rows,
  changed,
}: {
  readonly tracker: KnownTracker;
  readonly rows: readonly FixPlace[];
  readonly changed: readonly FixPlace[];
}): readonly { readonly itemId: number; readonly since: Date }[] {
  const since = new Map<number, Date>();
  for (const { time } of [...rows, ...changed]) {
    const itemId = deploymentAt(time, tracker.deployments)?.itemId;
    if (itemId === undefined) continue;
    const earliest = since.get(itemId);
    if (!earliest || time < earliest) since.set(itemId, time);
  }
  return [...since].map(([itemId, at]) => ({ itemId, since: at }));
}

/** The deployment an instant falls into. */
export function deploymentAt(
  time: Date,
  deployments: readonly DeploymentSpan[],
): DeploymentSpan | undefined {
  return deployments.find(
    ({ startedAt, endedAt }) => startedAt <= time && (endedAt === null || time < endedAt),
  );
}
