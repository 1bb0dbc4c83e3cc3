import { hash } from "node:crypto";
import { DEFAULT_QUALITY_RULES, deploymentFlag, ownFlags } from "@zpr/analytics";
import type { FixPlace, FixRow, KnownTracker } from "@zpr/ports";
import type { ReadableMessage } from "./decode.ts";

const HASH_BYTES = 6;

/** The fixes in a tracker's messages, each once, in the order of time and hash, flagged as far as each alone tells. */
export function rowsOf(
  messages: readonly ReadableMessage[],
  tracker: KnownTracker,
): readonly FixRow[] {
  const rows = new Map<string, FixRow>();
  for (const { message, records } of messages)
    for (const { fix, bytes } of records) {
      const recordHash = hash("sha256", bytes, "buffer").readUIntBE(0, HASH_BYTES);
      const row: FixRow = {
        trackerId: tracker.id,
        time: fix.time,
        recordHash,
        position: fix.position,
        flags:
          ownFlags(fix, message.receivedAt, DEFAULT_QUALITY_RULES) |
          deploymentFlag(fix.time, tracker.deployments),
        fix,
        rawMessageId: message.id,
        receivedAt: message.receivedAt,
      };
      const key = keyOf(row);
      if (!rows.has(key)) rows.set(key, row);
    }
  return [...rows.values()].sort(byTime);
}

/** What tells a tracker's fixes apart. */
export function keyOf({ time, recordHash }: FixPlace): string {
  return `${time.getTime()} ${recordHash}`;
}

/** The order in which fixes of one tracker are judged, the same wherever they came from. */
export function byTime(a: FixPlace, b: FixPlace): number {
  return a.time.getTime() - b.time.getTime() || a.recordHash - b.recordHash;
}
