/** Where a tracker took an item and when: seconds since 1970, degrees. */
export interface TimedTrack {
  readonly trackerId: number;
  readonly itemCode: string;
  /** The first place in so many seconds is here; 1 where none is left out. */
  readonly everySeconds: number;
  readonly times: Float64Array;
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
}

/** A straight piece of a track between two fixes. */
export interface Segment {
  readonly track: TimedTrack;
  /** Of the fix at its beginning; the next is at its end. */
  readonly at: number;
  readonly metresPerSecond: number;
}

/** Nobody knows where an item was in a longer silence. */
const LONGEST_SECONDS = 12 * 3600;
const METRES_PER_DEGREE = 111_320;

/** The pieces of tracks, without those over long silences; thinned tracks may be silent for longer. */
export function segmentsOf(tracks: readonly TimedTrack[]): readonly Segment[] {
  return tracks.flatMap((track) => {
    const { times } = track;
    const usual = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / Math.max(1, times.length - 1);
    const longest = Math.max(LONGEST_SECONDS, 4 * usual);
    const segments: Segment[] = [];
    for (let at = 0; at + 1 < times.length; at++) {
      const seconds = (times[at + 1] ?? 0) - (times[at] ?? 0);
      if (seconds > 0 && seconds <= longest)
        segments.push({ track, at, metresPerSecond: metresOf(track, at) / seconds });
    }
    return segments;
  });
}

/** Flat distance: segments are short. */
function metresOf({ longitudes, latitudes }: TimedTrack, at: number): number {
  const [west = 0, east = 0] = [longitudes[at], longitudes[at + 1]];
  const [south = 0, north = 0] = [latitudes[at], latitudes[at + 1]];
  const narrower = Math.cos((south * Math.PI) / 180);
  return Math.hypot((east - west) * narrower, north - south) * METRES_PER_DEGREE;
}
