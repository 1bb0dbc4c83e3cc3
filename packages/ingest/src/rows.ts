import { DEFAULT_QUALITY_RULES, deploymentFlag, ownFlags } from "@zpr/analytics";
import type { FixPlace, FixRow, KnownTracker } from "@zpr/ports";
import type { ReadableMessage } from "./decode.ts";
import { recordHash } from "./record-hash.ts";

/**
 * The fixes in a tracker's messages, each once, in the order of time and hash, flagged as far as
 * each alone tells. Of the same record in several messages the first counts.
 */
export function rowsOf(
  messages: readonly ReadableMessage[],
  tracker: KnownTracker,
): readonly FixRow[] {
  const rows = messages.flatMap(({ message, records }) =>
    records.map(
      ({ fix, bytes }): FixRow => ({
        trackerId: tracker.id,
        time: fix.time,
        recordHash: recordHash(bytes),
        position: fix.position,
        flags:
          ownFlags(fix, message.receivedAt, DEFAULT_QUALITY_RULES) |
          deploymentFlag(fix.time, tracker.deployments),
        fix,
        rawMessageId: message.id,
        receivedAt: message.receivedAt,
      }),
    ),
  );
  return rows.sort(byTime).filter((row, at) => at === 0 || byTime(rows[at - 1] ?? row, row) !== 0);
}

/** The order in which fixes of one tracker are judged, the same wherever they came from; 0 for the same fix. */
export function byTime(a: FixPlace, b: FixPlace): number {
  return a.time.getTime() - b.time.getTime() || a.recordHash - b.recordHash;
}
