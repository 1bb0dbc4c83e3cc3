import { ALARM_KINDS, DEFAULT_WATCH_RULES } from "@zpr/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type TrackerFacts, watchTracker } from "./tracker-watch.ts";

const NOW = new Date("2026-07-02T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const facts: TrackerFacts = {
  now: NOW,
  listeningSince: ago(100_000),
  lastHeardAt: ago(1000),
  deployedAt: ago(2000),
  isWatched: true,
  intervalSeconds: 600,
  fixes: [
    { time: ago(30), position: [4.3, 51], flags: 0, volts: 3.2, percent: null },
    { time: ago(20), position: [4.3, 51.06], flags: 0, volts: 3.2, percent: null },
    { time: ago(10), position: [4.3, 51.12], flags: 0, volts: 3.2, percent: null },
  ],
};
const amiss = (changes: Partial<TrackerFacts>) => {
  const verdicts = watchTracker({ ...facts, ...changes }, DEFAULT_WATCH_RULES);
  return ALARM_KINDS.map((kind) => verdicts[kind].amiss);
};

test("judges each kind of alarm for itself", () => {
  expect(amiss({})).toEqual([true, true, true]);
  expect(amiss({ lastHeardAt: ago(10) })).toEqual([false, true, true]);
});

test("says nothing new of fixes when none came in", () => {
  expect(amiss({ fixes: undefined })).toEqual([true, "unchanged", "unchanged"]);
  expect(amiss({ fixes: [] })).toEqual([true, "unchanged", "unchanged"]);
});

test("has nothing against a tracker that is not watched", () => {
  expect(amiss({ isWatched: false })).toEqual([false, false, false]);
});

const someFix = fc.record({
  time: fc.integer({ min: -60, max: 2000 }).map(ago),
  position: fc
    .option(
      fc.record({
        x: fc.double({ min: 4, max: 5, noNaN: true }),
        y: fc.double({ min: 51, max: 52, noNaN: true }),
      }),
    )
    .map((place) => place && ([place.x, place.y] as const)),
  flags: fc.constantFrom(0, 0, 0, 1 << 7, 1 << 9, 1 << 10),
  volts: fc.option(fc.double({ min: 3, max: 4.2, noNaN: true })),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
});
const someFixes = fc
  .array(someFix, { maxLength: 20 })
  .chain((fixes) =>
    fc
      .shuffledSubarray(fixes, { minLength: fixes.length })
      .map((shuffled) => [fixes, shuffled] as const),
  );

test("the same evidence in any order gives the same verdicts", () => {
  fc.assert(
    fc.property(someFixes, ([fixes, shuffled]) => {
      expect(watchTracker({ ...facts, fixes: shuffled }, DEFAULT_WATCH_RULES)).toEqual(
        watchTracker({ ...facts, fixes }, DEFAULT_WATCH_RULES),
      );
    }),
  );
});

test("what is older than a silence never makes a battery low", () => {
  fc.assert(
    fc.property(fc.array(someFix, { maxLength: 20 }), (fixes) => {
      const old = fixes.map((fix) => ({
        ...fix,
        time: new Date(fix.time.getTime() - 500 * 60_000),
      }));
      expect(amiss({ fixes: old.filter(({ time }) => time < ago(361)) })[1]).not.toBe(true);
    }),
  );
});
