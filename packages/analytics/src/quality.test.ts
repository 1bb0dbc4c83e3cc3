import { type Fix, type FixFlag, flagBits, flagNames, type Position } from "@zpr/model";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  DEFAULT_QUALITY_RULES,
  deploymentFlag,
  type Neighbour,
  neighbourFlags,
  ownFlags,
  withNeighbourFlags,
} from "./quality.ts";

const NOON = new Date("2019-12-17T12:00:00Z");
const TEMSE: Position = [4.2117, 51.1236];
const GOOD: Fix = {
  time: NOON,
  position: TEMSE,
  quality: "valid",
  altitudeMetres: 3,
  speedMetresPerSecond: 0.4,
  headingDegrees: 90,
  satellites: 9,
  hdop: 1.1,
  accuracyMetres: 5,
  batteryVolts: 3.9,
  batteryPercent: 80,
  attributes: {},
};

function later(base: Date, { hours = 0, minutes = 0, seconds = 0 }): Date {
  return new Date(base.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

describe("by itself a fix is flagged", () => {
  test.each<readonly [why: string, fix: Partial<Fix>, flags: readonly FixFlag[]]>([
    ["for nothing when it is good", {}, []],
    ["when the tracker has no fix", { quality: "none", position: null }, ["no-fix"]],
    ["when the tracker repeats its last place", { quality: "stale" }, ["no-fix"]],
    ["when it says valid but gives no place", { position: null }, ["no-fix"]],
    ["at 0, 0", { position: [0, 0] }, ["null-island"]],
    ["within 0.01 degree of 0, 0", { position: [-0.01, 0.01] }, ["null-island"]],
    ["not off Africa in earnest", { position: [0.0101, 0] }, []],
    ["beyond the pole", { position: [4, 91.5] }, ["out-of-range"]],
    ["beyond the date line", { position: [-180.1, 51] }, ["out-of-range"]],
    ["not at the edge of the world", { position: [180, -90] }, []],
    ["at an accuracy over 100 m", { accuracyMetres: 100.5 }, ["imprecise"]],
    ["not at an accuracy of 100 m", { accuracyMetres: 100 }, []],
    ["at an HDOP over 5", { hdop: 5.1 }, ["imprecise"]],
    ["not at an HDOP of 5", { hdop: 5 }, []],
    ["with three satellites", { satellites: 3 }, ["imprecise"]],
    ["not with four satellites", { satellites: 4 }, []],
    ["not for what it does not say", { accuracyMetres: null, hdop: null, satellites: null }, []],
    ["from cells, however far off", { quality: "network", accuracyMetres: 2000 }, ["network"]],
    ["no fix, not imprecise, with no satellites", { quality: "stale", satellites: 0 }, ["no-fix"]],
  ])("%s", (_, fix, flags) => {
    const bits = ownFlags({ ...GOOD, ...fix }, later(NOON, { minutes: 1 }), DEFAULT_QUALITY_RULES);
    expect(flagNames(bits)).toEqual(flags);
  });

  test.each<readonly [why: string, receivedAt: Date, flags: readonly FixFlag[]]>([
    ["10 min after it came", later(NOON, { minutes: -10 }), []],
    ["over 10 min after it came", later(NOON, { minutes: -10, seconds: -1 }), ["future"]],
    ["6 h before it came", later(NOON, { hours: 6 }), []],
    ["over 6 h before it came", later(NOON, { hours: 6, seconds: 1 }), ["late"]],
  ])("taken %s", (_, receivedAt, flags) => {
    expect(flagNames(ownFlags(GOOD, receivedAt, DEFAULT_QUALITY_RULES))).toEqual(flags);
  });
});

describe("a deployment", () => {
  const first = { startedAt: NOON, endedAt: later(NOON, { hours: 4 }) };
  const second = { startedAt: later(NOON, { hours: 6 }), endedAt: null };

  test.each<readonly [when: string, time: Date, flags: readonly FixFlag[]]>([
    ["before the first", later(NOON, { seconds: -1 }), ["before-deployment"]],
    ["as it starts", NOON, []],
    ["as it ends", later(NOON, { hours: 4 }), ["after-retrieval"]],
    ["between two", later(NOON, { hours: 5 }), ["after-retrieval"]],
    ["in one that is open", later(NOON, { hours: 7000 }), []],
  ])("flags a fix %s", (_, time, flags) => {
    expect(flagNames(deploymentFlag(time, [first, second]))).toEqual(flags);
  });

  it("flags nothing of a tracker that never had one", () => {
    expect(deploymentFlag(NOON, [])).toBe(0);
  });
});

/** Metres to the east of Temse, seconds after noon. */
function fix(seconds: number, metresEast: number | null, flags: readonly FixFlag[] = []) {
  const degrees = (metresEast ?? 0) / 69_900;
  return {
    time: later(NOON, { seconds }),
    position: metresEast === null ? null : ([TEMSE[0] + degrees, TEMSE[1]] as const),
    flags: flagBits(flags),
  };
}

function judged(fixes: readonly Neighbour[]): readonly (readonly FixFlag[])[] {
  return neighbourFlags(fixes, DEFAULT_QUALITY_RULES).map(flagNames);
}

describe("among its neighbours a fix is", () => {
  it("a spike when the way there and back is faster than 3 m/s and without it is not", () => {
    expect(judged([fix(0, 0), fix(60, 500), fix(120, 30)])).toEqual([[], ["spike"], []]);
  });

  it("no spike at 3 m/s", () => {
    expect(judged([fix(0, 0), fix(60, 179), fix(120, 0)])).toEqual([[], [], []]);
  });

  it("no spike when only one of the ways is too fast: it was carried or found again", () => {
    expect(judged([fix(0, 0), fix(60, 500), fix(120, 510)])).toEqual([[], [], []]);
  });

  it("no spike when its neighbours disagree too: it goes by car", () => {
    expect(judged([fix(0, 0), fix(60, 900), fix(120, 1800)])).toEqual([[], [], []]);
  });

  it("no spike at either end", () => {
    expect(judged([fix(0, 9000), fix(60, 0), fix(120, 0), fix(180, 9000)])).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it.each<FixFlag>(["no-fix", "null-island", "out-of-range", "future", "imprecise", "network"])(
    "judged past one that is %s, which is no spike itself",
    (flag) => {
      const fixes = [fix(0, 0), fix(30, 90_000, [flag]), fix(60, 500), fix(120, 0)];
      expect(judged(fixes)).toEqual([[], [], ["spike"], []]);
    },
  );

  it.each<FixFlag>(["before-deployment", "after-retrieval", "late"])(
    "judged by one that is %s, as it was measured well",
    (flag) => {
      expect(judged([fix(0, 0, [flag]), fix(60, 500), fix(120, 0)])).toEqual([[], ["spike"], []]);
    },
  );

  it("a duplicate at the time and place of another", () => {
    expect(judged([fix(0, 0), fix(60, 5), fix(60, 5), fix(60, 6), fix(60, 5)])).toEqual([
      [],
      [],
      ["duplicate"],
      [],
      ["duplicate"],
    ]);
  });

  it("a duplicate when neither has a place", () => {
    expect(judged([fix(0, null, ["no-fix"]), fix(0, null, ["no-fix"])])).toEqual([
      [],
      ["duplicate"],
    ]);
  });

  it("not lost as a duplicate of a doubtful one", () => {
    expect(judged([fix(60, 5, ["no-fix"]), fix(60, 5)])).toEqual([["duplicate"], []]);
  });
});

test("flags of neighbours replace only flags of neighbours", () => {
  const [spike, late, duplicate] = [
    flagBits(["spike"]),
    flagBits(["late"]),
    flagBits(["duplicate"]),
  ];
  expect(withNeighbourFlags(spike | late, duplicate)).toBe(late | duplicate);
});

const anyFix = fc.record({
  seconds: fc.nat(12).map((step) => step * 30),
  metres: fc.constantFrom(null, 0, 20, 40, 600, 9000),
  flags: fc.constantFrom<readonly FixFlag[]>([], [], [], ["imprecise"], ["late"]),
});

/** Fixes as ingest hands them over: in the order of time and, among equal times, of a key of their own. */
function inOrder(
  records: readonly { seconds: number; metres: number | null; flags: readonly FixFlag[] }[],
) {
  return records
    .map(({ seconds, metres, flags }) => ({
      key: `${metres} ${flags}`,
      fix: fix(seconds, metres, metres === null ? ["no-fix"] : flags),
    }))
    .sort((a, b) => a.fix.time.getTime() - b.fix.time.getTime() || (a.key < b.key ? -1 : 1))
    .map((one) => one.fix);
}

test("the order in which fixes came in makes no difference", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyFix, {
        selector: ({ seconds, metres, flags }) => `${seconds} ${metres} ${flags}`,
        maxLength: 12,
      }),
      fc.infiniteStream(fc.nat()),
      (records, weights) => {
        const shuffled = records
          .map((record) => ({ record, weight: weights.next().value }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ record }) => record);
        expect(judged(inOrder(shuffled))).toEqual(judged(inOrder(records)));
      },
    ),
  );
});

test("two good neighbours on each side tell all: what stands beyond makes no difference", () => {
  fc.assert(
    fc.property(fc.array(anyFix, { minLength: 3, maxLength: 14 }), (records) => {
      const fixes = inOrder(records);
      const whole = neighbourFlags(fixes, DEFAULT_QUALITY_RULES);
      const good = [...fixes.keys()].filter(
        (at) => fixes[at]?.flags === 0 && !((whole[at] ?? 0) & flagBits(["duplicate"])),
      );
      good.slice(2, -2).forEach((at, place) => {
        const [start, end] = [good[place], good[place + 4]];
        const part = neighbourFlags(fixes.slice(start, (end ?? 0) + 1), DEFAULT_QUALITY_RULES);
        expect(part[at - (start ?? 0)]).toBe(whole[at]);
      });
    }),
  );
});
