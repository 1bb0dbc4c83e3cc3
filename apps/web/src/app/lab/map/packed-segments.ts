import type { Segment } from "./timed-track.ts";

/** From, to (Mercator, from the middle), two times (seconds, from the start), three bytes of colour. */
export const SEGMENT_BYTES = 6 * 4 + 4;
const FLOATS = SEGMENT_BYTES / 4;
/** So fine is the order of time; finer costs more memory than it saves drawing. */
const BINS = 4096;

/** Seconds since 1970 and how long a trail is. */
export interface TrailClock {
  readonly now: number;
  readonly trailSeconds: number;
}

/** Segments as the graphics card takes them, in the order in which they begin. */
export interface PackedSegments {
  readonly bytes: ArrayBuffer;
  readonly count: number;
  /** Mercator, 0 to 1, that all places are counted from: floats of the whole world are metres apart. */
  readonly middle: readonly [x: number, y: number];
  /** Seconds since 1970 that all times are counted from. */
  readonly start: number;
  readonly binSeconds: number;
  /** How many segments begin before each bin of time. */
  readonly before: Uint32Array;
  readonly longestSeconds: number;
}

/** A run of packed segments. */
export interface SegmentRun {
  readonly first: number;
  readonly count: number;
}

/** Puts segments into the order of time and packs each with its colour. */
export function packSegments(
  segments: readonly Segment[],
  colour: (segment: Segment) => readonly number[],
): PackedSegments {
  const bytes = new ArrayBuffer(segments.length * SEGMENT_BYTES);
  const floats = new Float32Array(bytes);
  const colours = new Uint8Array(bytes);
  const { start, binSeconds, before, longestSeconds } = timesOf(segments);
  const next = before.slice();
  const middle = placeOf(segments[0], 0);
  for (const segment of segments) {
    const { track, at } = segment;
    const [from = 0, to = 0] = [track.times[at], track.times[at + 1]];
    const bin = Math.floor((from - start) / binSeconds);
    const place = next[bin] ?? 0;
    next[bin] = place + 1;
    const [fromX, fromY] = placeOf(segment, 0);
    const [toX, toY] = placeOf(segment, 1);
    const [x, y] = middle;
    floats.set([fromX - x, fromY - y, toX - x, toY - y, from - start, to - start], place * FLOATS);
    colours.set(colour(segment), place * SEGMENT_BYTES + 24);
  }
  return { bytes, count: segments.length, middle, start, binSeconds, before, longestSeconds };
}

/** Which segments may be seen at a moment: those that end after its trail begins, and begin before it. */
export function runAt(
  { before, count, start, binSeconds, longestSeconds }: PackedSegments,
  clock: TrailClock | null,
): SegmentRun {
  if (!clock) return { first: 0, count };
  const beginsBefore = (bin: number) =>
    bin < 0 ? 0 : (before[Math.min(bin, before.length - 1)] ?? count);
  const binOf = (time: number) => Math.floor((time - start) / binSeconds);
  const first = beginsBefore(binOf(clock.now - clock.trailSeconds - longestSeconds));
  return { first, count: beginsBefore(binOf(clock.now) + 1) - first };
}

function timesOf(segments: readonly Segment[]) {
  let [start, end, longestSeconds] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const { track, at } of segments) {
    const [from = 0, to = 0] = [track.times[at], track.times[at + 1]];
    start = Math.min(start, from);
    end = Math.max(end, from);
    longestSeconds = Math.max(longestSeconds, to - from);
  }
  if (segments.length === 0) [start, end] = [0, 0];
  const binSeconds = Math.max(1, (end - start + 1) / BINS);
  const before = new Uint32Array(BINS + 1);
  for (const { track, at } of segments) {
    const bin = Math.floor(((track.times[at] ?? 0) - start) / binSeconds);
    before[bin + 1] = (before[bin + 1] ?? 0) + 1;
  }
  for (let bin = 0; bin < BINS; bin++)
    before[bin + 1] = (before[bin + 1] ?? 0) + (before[bin] ?? 0);
  return { start, binSeconds, before, longestSeconds };
}

/** Web Mercator, 0 to 1. */
function placeOf(segment: Segment | undefined, end: 0 | 1): readonly [x: number, y: number] {
  if (!segment) return [0, 0];
  const { track, at } = segment;
  const sine = Math.sin(((track.latitudes[at + end] ?? 0) * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [(track.longitudes[at + end] ?? 0) / 360 + 0.5, y];
}
