import type { FixRow, FixTail, KnownTracker, UnknownTracker } from "@zpr/ports";

/** What a batch left in the store, for those who want to know. */
export interface Recorded {
  readonly trackers: readonly RecordedTracker[];
  readonly unknown: readonly UnknownTracker[];
}

/** What a batch left in the store of one tracker. */
export interface RecordedTracker {
  readonly protocol: string;
  readonly tracker: KnownTracker;
  readonly heardAt: Date;
  /** The new fixes in time order, with their flags. */
  readonly rows: readonly FixRow[];
  /** The end of its history with the new fixes, if there are any. */
  readonly tail: FixTail | null;
}
