import fc from "fast-check";
import { expect, test } from "vitest";
import { FIX_TIERS, keptLevel, stretches } from "./fix-tiers.ts";

const instant = fc.date({
  min: new Date("2024-01-01"),
  max: new Date("2026-12-31"),
  noInvalidDate: true,
});

test("stretches cover a span without a gap, and kept ones are whole periods", () => {
  const level = fc.constantFrom(...new Set(FIX_TIERS.map((tier) => tier.level)));
  fc.assert(
    fc.property(level, instant, instant, (at, since, until) => {
      const parts = stretches(at, [since, until]);
      expect(parts.length > 0).toBe(since < until);
      if (since >= until) return;
      expect(parts[0]?.since).toEqual(since);
      expect(parts.at(-1)?.until).toEqual(until);
      parts.forEach((part, place) => {
        if (place > 0) expect(part.since).toEqual(parts[place - 1]?.until);
        const period = FIX_TIERS.find(({ tier }) => tier === part.tier)?.period;
        const start = period === "month" ? "-01T00:00:00.000Z" : "T00:00:00.000Z";
        if (period) expect(part.since?.toISOString().endsWith(start)).toBe(true);
        if (period) expect(part.until?.toISOString().endsWith(start)).toBe(true);
      });
    }),
  );
});

test("all of time is months alone, and half a day is single fixes", () => {
  expect(stretches(14, [null, null])).toEqual([{ tier: 1, since: null, until: null }]);
  const [since, until] = [new Date("2026-05-01T06:00:00Z"), new Date("2026-05-01T18:00:00Z")];
  expect(stretches(14, [since, until])).toEqual([{ since, until }]);
});

test("cells are kept as fine as a tile wants them, but for the closest looks", () => {
  expect([6, 14, 15, 17, 20, 22, 23].map(keptLevel)).toEqual([14, 14, 16, 18, 20, 20, undefined]);
});
