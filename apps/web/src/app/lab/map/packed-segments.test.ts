import fc from "fast-check";
import { expect, it } from "vitest";
import { packSegments, runsAt, SEGMENT_BYTES } from "./packed-segments.ts";
import type { Segment } from "./timed-track.ts";

const TRAIL = 3600;

function segmentOf([from, seconds]: readonly [number, number]): Segment {
  const track = {
    ...{ trackerId: 1, itemCode: "0004GD", everySeconds: 1 },
    times: Float64Array.from([from, from + seconds]),
    longitudes: Float64Array.from([4, 4.1]),
    latitudes: Float64Array.from([51, 51.1]),
  };
  return { track, at: 0, metresPerSecond: 0 };
}

it("a moment's run has all segments that are seen then, wherever they stood", () => {
  const piece = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 9000 }));
  fc.assert(
    fc.property(fc.array(piece), fc.integer({ min: -5000, max: 1_010_000 }), (pieces, now) => {
      const packed = packSegments(pieces.map(segmentOf), () => [1, 2, 3]);
      const times = new Float32Array(packed.bytes);
      const starts = runsAt(packed, { now, trailSeconds: TRAIL }).flatMap(({ first, count }) =>
        Array.from(
          { length: count },
          (_, at) => (times[(first + at) * (SEGMENT_BYTES / 4) + 4] ?? 0) + packed.start,
        ),
      );
      for (const [from, seconds] of pieces)
        if (from <= now && from + seconds >= now - TRAIL) expect(starts).toContain(from);
      expect(runsAt(packed, null)).toEqual([{ first: 0, count: pieces.length }]);
    }),
  );
});

it("only segments of about a moment are drawn", () => {
  const day = Array.from({ length: 10_000 }, (_, at) => segmentOf([at * 3600, 3600]));
  const packed = packSegments(day, () => [1, 2, 3]);
  const drawnAt = (now: number) =>
    runsAt(packed, { now, trailSeconds: TRAIL }).reduce((sum, { count }) => sum + count, 0);
  expect(drawnAt(5000 * 3600)).toBeLessThan(12);
  expect(drawnAt(-1e9)).toBe(0);
  expect(drawnAt(1e9)).toBe(0);
});

it("a long silence somewhere does not have all others looked back on", () => {
  const hourly = Array.from({ length: 10_000 }, (_, at) => segmentOf([at * 3600, 3600]));
  const packed = packSegments([...hourly, segmentOf([100 * 3600, 12 * 3600])], () => [1, 2, 3]);
  const runs = runsAt(packed, { now: 5000 * 3600, trailSeconds: 0 });
  expect(runs.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(6);
});

it("segments keep their places and colours", () => {
  const { bytes, middle } = packSegments([segmentOf([0, 60])], () => [10, 20, 30]);
  const floats = new Float32Array(bytes);
  expect(middle[0]).toBeCloseTo(0.51111, 5);
  expect(floats[2]).toBeCloseTo(0.1 / 360, 6);
  expect([...new Uint8Array(bytes).slice(24, 27)]).toEqual([10, 20, 30]);
});
