import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedTracks, pieceLength, piecesAt } from "./track-pieces.ts";

const DAY = 86_400_000;

describe("the pieces of time that playback asks for", () => {
  it("are long where fixes are few, and two days at the least", () => {
    const year = { from: 0, to: 365 * DAY };
    expect(pieceLength(year, 8_760_000)).toBe(2.0833333333333335 * DAY);
    expect(pieceLength(year, 100_000_000)).toBe(2 * DAY);
    expect(pieceLength(year, 10_000)).toBeGreaterThan(365 * DAY);
  });

  it("meet without a gap, lie within the span, and the first has the moment", () => {
    const time = fc.integer({ min: 0, max: 400 * DAY });
    const length = fc.integer({ min: 1, max: 90 }).map((days) => days * DAY);
    fc.assert(
      fc.property(fc.tuple(time, time), time, length, ([a, b], at, days) => {
        const span = { from: Math.min(a, b), to: Math.max(a, b) + 1 };
        const [here, ...more] = piecesAt(span, at, days);
        const inside = Math.min(span.to, Math.max(span.from, at));
        expect(here?.from).toBeLessThanOrEqual(inside + 1);
        expect(here?.to).toBeGreaterThanOrEqual(inside - 1);
        for (const { from, to } of [here ?? span, ...more]) {
          expect(from).toBeGreaterThanOrEqual(span.from);
          expect(to).toBeLessThanOrEqual(span.to);
          if (from !== here?.from) expect(from === here?.to || to === here?.from).toBe(true);
        }
      }),
    );
  });
});

it("a track in pieces is one again, its places at the edges once", () => {
  const part = (...times: number[]) => ({
    ...{ trackerId: 1, itemCode: "0004GD", everySeconds: times.length },
    times: Float64Array.from(times),
    longitudes: Float64Array.from(times.map((time) => time / 10)),
    latitudes: Float64Array.from(times.map(() => 51)),
  });
  const other = { ...part(15), trackerId: 2 };
  const tracks = joinedTracks([[part(20, 30, 40)], [part(10, 20), other], [part(40)]]);
  expect(tracks.map(({ times }) => [...times])).toEqual([[10, 20, 30, 40], [15]]);
  expect([...(tracks[0]?.longitudes ?? [])]).toEqual([1, 2, 3, 4]);
  expect(tracks[0]?.everySeconds).toBe(3);
});
