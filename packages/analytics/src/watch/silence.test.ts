import { DEFAULT_WATCH_RULES } from "@zpr/model";
import { expect, test } from "vitest";
import { type Calls, judgeSilence, usualIntervalSeconds } from "./silence.ts";

const NOW = new Date("2026-07-02T12:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const judged = (calls: Partial<Calls>) =>
  judgeSilence(
    {
      now: NOW,
      listeningSince: ago(1000),
      lastHeardAt: null,
      deployedAt: ago(500),
      intervalSeconds: 3600,
      ...calls,
    },
    DEFAULT_WATCH_RULES,
  );

test.each([
  ["heard within six hours", { lastHeardAt: ago(6) }, false],
  ["not heard for six hours", { lastHeardAt: ago(6.01) }, true],
  ["within four of its long intervals", { lastHeardAt: ago(16), intervalSeconds: 14_400 }, false],
  ["past four of its long intervals", { lastHeardAt: ago(16.1), intervalSeconds: 14_400 }, true],
  ["of unknown interval", { lastHeardAt: ago(7), intervalSeconds: null }, true],
  ["never heard, just deployed", { deployedAt: ago(5) }, false],
  ["never heard, deployed long ago", { deployedAt: ago(7) }, true],
  ["from a drawer, just deployed", { lastHeardAt: ago(900), deployedAt: ago(1) }, false],
  ["in no item and never heard", { deployedAt: null }, false],
  ["in no item and heard long ago", { deployedAt: null, lastHeardAt: ago(7) }, true],
  [
    "silent while we were deaf ourselves",
    { lastHeardAt: ago(9), listeningSince: ago(5) },
    "unchanged",
  ],
  ["silent since we hear again", { lastHeardAt: ago(9), listeningSince: ago(6.1) }, true],
] as const)("a tracker %s: amiss is %s", (_, calls, amiss) => {
  expect(judged(calls).amiss).toBe(amiss);
});

test("silence is since the last message, with the thresholds it was judged by", () => {
  expect(judged({ lastHeardAt: ago(7) })).toEqual({
    amiss: true,
    since: ago(7),
    evidence: {
      lastHeardAt: ago(7).toISOString(),
      deployedAt: ago(500).toISOString(),
      expectedIntervalSeconds: 3600,
      allowedSeconds: 21_600,
      silentHours: 6,
      silentIntervals: 4,
    },
  });
});

test.each([
  ["every hour", [5, 4, 3, 2, 1], 3600],
  ["every hour, with a day in a drawer", [29, 28, 27, 3, 2, 1], 3600],
  ["twice within a minute each hour", [4, 3.99, 3, 2.99, 2, 1.99, 1, 0.99], 3600],
  ["too seldom to tell", [3, 2, 1], null],
  ["never", [], null],
] as const)("heard %s", (_, hours, seconds) => {
  expect(usualIntervalSeconds(hours.map(ago))).toBe(seconds);
  expect(usualIntervalSeconds(hours.map(ago).reverse())).toBe(seconds);
});
