import type { Segment } from "./timed-track.ts";

/** From, to (Mercator, from the middle), two times (seconds, from the start), three bytes of colour. */
export const SEGMENT_BYTES = 6 * 4 + 4;
const FLOATS = SEGMENT_BYTES / 4;
/** So fine is the order of time; finer costs more memory than it saves drawing. */
const BINS = 4096;
/** Of how long segments last: some hours of silence are not to be looked back on for all of them. */
const GROUPS = 6;

/** Seconds since 1970 and how long a trail is. */
export interface TrailClock {
  readonly now: number;
  readonly trailSeconds: number;
}

/** Segments as the graphics card takes them: group by group, in each in the order in which they begin. */
export interface PackedSegments {
  readonly bytes: ArrayBuffer;
  readonly count: number;
  /** Mercator, 0 to 1, that all places are counted from: floats of the whole world are metres apart. */
  readonly middle: readonly [x: number, y: number];
  /** Seconds since 1970 that all times are counted from. */
  readonly start: number;
  readonly binSeconds: number;
  readonly groups: readonly SegmentGroup[];
}

/** Segments that last about as long: a moment's are looked for as far back as the longest lasts. */
interface SegmentGroup {
  readonly first: number;
  readonly count: number;
  /** How many of them begin before each bin of time. */
  readonly before: Uint32Array;
  readonly longestSeconds: number;
}

/** A run of packed segments. */
export interface SegmentRun {
  readonly first: number;
  readonly count: number;
}

/** Groups segments, puts them into the order of time and packs each with its colour. */
export function packSegments(
  segments: readonly Segment[],
  colour: (segment: Segment) => readonly number[],
): PackedSegments {
  const bytes = new ArrayBuffer(segments.length * SEGMENT_BYTES);
  const floats = new Float32Array(bytes);
  const colours = new Uint8Array(bytes);
  const { start, binSeconds, longestSeconds } = timesOf(segments);
  const middle = placeOf(segments[0], 0);
  const [x, y] = middle;
  const groups: SegmentGroup[] = [];
  let first = 0;
  for (const group of groupsOf(segments, longestSeconds)) {
    const before = countsBefore(group, start, binSeconds);
    const next = before.slice();
    for (const segment of group) {
      const [from, to] = spanOf(segment);
      const bin = Math.floor((from - start) / binSeconds);
      const place = first + (next[bin] ?? 0);
      next[bin] = (next[bin] ?? 0) + 1;
      const [fromX, fromY] = placeOf(segment, 0);
      const [toX, toY] = placeOf(segment, 1);
      floats.set(
        [fromX - x, fromY - y, toX - x, toY - y, from - start, to - start],
        place * FLOATS,
      );
      colours.set(colour(segment), place * SEGMENT_BYTES + 24);
    }
    groups.push({ first, count: group.length, before, longestSeconds: longestOf(group) });
    first += group.length;
  }
  return { bytes, count: segments.length, middle, start, binSeconds, groups };
}

/** Which segments may be seen at a moment: those that end after its trail begins, and begin before it. */
export function runsAt(
  { count, groups, start, binSeconds }: PackedSegments,
  clock: TrailClock | null,
): readonly SegmentRun[] {
  if (!clock) return [{ first: 0, count }];
  const binOf = (time: number) => Math.floor((time - start) / binSeconds);
  return groups.map(({ before, longestSeconds, ...group }) => {
    const beginsBefore = (bin: number) =>
      bin < 0 ? 0 : (before[Math.min(bin, before.length - 1)] ?? group.count);
    const earlier = beginsBefore(binOf(clock.now - clock.trailSeconds - longestSeconds));
    return {
      first: group.first + earlier,
      count: beginsBefore(binOf(clock.now) + 1) - earlier,
    };
  });
}

/** Each lasts at most half as long as those of the group before. */
function groupsOf(
  segments: readonly Segment[],
  longestSeconds: number,
): Iterable<readonly Segment[]> {
  return Map.groupBy(segments, (segment) =>
    Math.min(GROUPS - 1, Math.floor(Math.log2(longestSeconds / secondsOf(segment)))),
  ).values();
}

function timesOf(segments: readonly Segment[]) {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const segment of segments) {
    const [from] = spanOf(segment);
    start = Math.min(start, from);
    end = Math.max(end, from);
  }
  if (segments.length === 0) [start, end] = [0, 0];
  const binSeconds = Math.max(1, (end - start + 1) / BINS);
  return { start, binSeconds, longestSeconds: longestOf(segments) };
}

function countsBefore(group: readonly Segment[], start: number, binSeconds: number): Uint32Array {
  const before = new Uint32Array(BINS + 1);
  for (const segment of group) {
    const bin = Math.floor((spanOf(segment)[0] - start) / binSeconds);
    before[bin + 1] = (before[bin + 1] ?? 0) + 1;
  }
  for (let bin = 0; bin < BINS; bin++)
    before[bin + 1] = (before[bin + 1] ?? 0) + (before[bin] ?? 0);
  return before;
}

function longestOf(segments: readonly Segment[]): number {
  return segments.reduce((longest, segment) => Math.max(longest, secondsOf(segment)), 0);
}

function secondsOf(segment: Segment): number {
  const [from, to] = spanOf(segment);
  return to - from;
}

function spanOf({ track, at }: Segment): readonly [from: number, to: number] {
  return [track.times[at] ?? 0, track.times[at + 1] ?? 0];
}

/** Web Mercator, 0 to 1. */
function placeOf(segment: Segment | undefined, end: 0 | 1): readonly [x: number, y: number] {
  if (!segment) return [0, 0];
  const { track, at } = segment;
  const sine = Math.sin(((track.latitudes[at + end] ?? 0) * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [(track.longitudes[at + end] ?? 0) / 360 + 0.5, y];
}
