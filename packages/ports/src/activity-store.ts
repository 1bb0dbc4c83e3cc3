import type { TimeSpan, View } from "./feature-store.ts";

/** How much was heard and seen in a stretch of time. */
export interface ActivityBin {
  readonly start: Date;
  /** Fixes without a blocking flag. */
  readonly fixes: number;
  readonly sightings: number;
}

/** Activity over time, in bins of one length; empty ones are left out. */
export interface Activity {
  readonly from: Date | null;
  /** The end of what there is, not of the last bin. */
  readonly to: Date | null;
  readonly bin: "hour" | "day" | "month";
  readonly bins: readonly ActivityBin[];
}

/** Where a tracker took an item, thinned out; in the order of time. */
export interface TimedTrack {
  readonly trackerId: number;
  readonly itemCode: string;
  /** The first place in so many seconds is told; 1 where none is left out. */
  readonly everySeconds: number;
  /** Seconds since 1970. */
  readonly times: readonly number[];
  /** Hundred-thousandths of a degree. */
  readonly longitudes: readonly number[];
  readonly latitudes: readonly number[];
}

/** What happened in a study when, for time sliders and playback. The API reads. */
export interface ActivityStore {
  activity(view: View, studyId: number, during: TimeSpan): Promise<Activity>;
  /** Tracks of trackers in items without flagged fixes and places by networks, about `most` places of them. */
  tracks(studyId: number, during: TimeSpan, most: number): Promise<readonly TimedTrack[]>;
}
