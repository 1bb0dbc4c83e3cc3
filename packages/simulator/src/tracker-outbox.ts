import { RECORDS_PER_PACKET, type TrackerRecord } from "./teltonika-encode.ts";

/** The records a tracker still has to deliver: kept, in order, until the server has taken them. */
export interface TrackerOutbox {
  /** Records not yet acknowledged. */
  readonly waiting: number;
  /** Records acknowledged so far. */
  readonly acknowledged: number;
  add(records: readonly TrackerRecord[]): void;
  /** What to send next, oldest first; empty when all has been delivered. */
  next(): readonly TrackerRecord[];
  /**
   * The server's answer to what `next` gave: true when it took exactly those records. Any other
   * number means that it did not store them, and they stay.
   */
  answered(accepted: number): boolean;
}

/** Starts with nothing to deliver. */
export function trackerOutbox(): TrackerOutbox {
  let waiting: TrackerRecord[] = [];
  let acknowledged = 0;
  return {
    get waiting() {
      return waiting.length;
    },
    get acknowledged() {
      return acknowledged;
    },
    add(records) {
      waiting.push(...records);
    },
    next: () => waiting.slice(0, RECORDS_PER_PACKET),
    answered(accepted) {
      const sent = Math.min(waiting.length, RECORDS_PER_PACKET);
      if (accepted !== sent) return false;
      waiting = waiting.slice(sent);
      acknowledged += sent;
      return true;
    },
  };
}
