import fc from "fast-check";
import { expect, it } from "vitest";
import { frameGaps } from "./frame-gaps.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 5, 19, 0, minute));
const heard = (...counters: readonly number[]) =>
  counters.map((frameCounter, minute) => ({ time: at(minute), frameCounter }));

it("finds nothing in nothing, and nothing where nothing is missing", () => {
  const none = { missing: 0, gaps: [], restarts: [] };
  expect(frameGaps([])).toEqual({ received: 0, ...none });
  expect(frameGaps(heard(7, 8, 9))).toEqual({ received: 3, ...none });
});

it("says how many frames are missing, and between which", () => {
  expect(frameGaps(heard(7, 8, 12, 13, 15))).toEqual({
    received: 5,
    missing: 4,
    gaps: [
      { after: at(1), before: at(2), firstMissing: 9, lastMissing: 11, missing: 3 },
      { after: at(3), before: at(4), firstMissing: 14, lastMissing: 14, missing: 1 },
    ],
    restarts: [],
  });
});

it("counts a frame that came twice once", () => {
  expect(frameGaps(heard(1, 2, 2, 3))).toMatchObject({ received: 3, missing: 0, restarts: [] });
});

it("takes frames that were overtaken for what they are", () => {
  expect(frameGaps(heard(1, 3, 2, 6, 4, 5))).toMatchObject({
    received: 6,
    missing: 0,
    restarts: [],
  });
});

it("begins again when the counter does, near or far", () => {
  expect(frameGaps(heard(500, 501, 0, 2))).toMatchObject({
    received: 4,
    missing: 1,
    restarts: [at(2)],
  });
  expect(frameGaps(heard(10, 13, 0))).toMatchObject({ missing: 2, restarts: [at(2)] });
  expect(frameGaps(heard(0, 1, 2, 0, 1, 3))).toMatchObject({
    received: 6,
    missing: 1,
    restarts: [at(3)],
  });
});

it("does not depend on the order in which frames are given", () => {
  const frames = heard(5, 6, 9, 10, 0, 1, 4, 4, 3, 200);
  fc.assert(
    fc.property(fc.shuffledSubarray(frames, { minLength: frames.length }), (shuffled) => {
      expect(frameGaps(shuffled)).toEqual(frameGaps(frames));
    }),
  );
});

it("says of whatever is lost on the way exactly that it is missing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 98 })), (missing) => {
      const frames = heard(...Array.from({ length: 100 }, (_, counter) => counter));
      const told = frameGaps(frames.filter(({ frameCounter }) => !missing.includes(frameCounter)));
      const named = told.gaps.flatMap(({ firstMissing, lastMissing }) =>
        Array.from({ length: lastMissing - firstMissing + 1 }, (_, more) => firstMissing + more),
      );
      expect(named).toEqual([...missing].sort((a, b) => a - b));
      expect(told.missing).toBe(missing.length);
    }),
  );
});
