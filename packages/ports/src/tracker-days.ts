import type { Page } from "./page.ts";

/** What came of a tracker on the days of a span; one value a day in each column, UTC days. */
export interface TrackerDays {
  readonly trackerId: number;
  /** As its newest records say it; null where they do not. */
  readonly firmware: string | null;
  /** Records it measured on each day, whenever they came in. */
  readonly received: readonly number[];
  /** Those of them that have a position. */
  readonly located: readonly number[];
  /** By its expected interval, while it was in an item; if it never was in one, since its first record. Null without an interval. */
  readonly expected: readonly (number | null)[];
  /** Means of the day. */
  readonly batteryVolts: readonly (number | null)[];
  readonly batteryPercent: readonly (number | null)[];
}

/** Which trackers, which days: `from` is midnight UTC. */
export interface TrackerDaysAsked {
  readonly studyId: number;
  readonly trackerId?: number;
  readonly from: Date;
  readonly days: number;
  /** Nothing is expected after it. */
  readonly now: Date;
}

/** Trackers by day. The API reads. */
export interface TrackerDayStore {
  /** In the order of the trackers' ids. */
  list(asked: TrackerDaysAsked, page: Page<number>): Promise<readonly TrackerDays[]>;
}
