import type { Position, RiverDrawing } from "@zpr/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres } from "../distance.ts";
import { riverMap } from "./river-map.ts";

const RULES = { corridorMetres: 500, waterLines: null };
const main: readonly Position[] = [
  [4.0, 51.0],
  [4.1, 51.0],
  [4.2, 51.0],
];
const river: RiverDrawing = {
  lines: [
    { name: "Main", coordinates: main },
    {
      name: "Branch",
      coordinates: [
        [4.1, 51.1],
        [4.1, 51.0],
      ],
    },
  ],
  water: [
    [
      [
        [4.2, 50.9],
        [4.4, 50.9],
        [4.4, 51.1],
        [4.2, 51.1],
        [4.2, 50.9],
      ],
    ],
  ],
  mouth: null,
  origin: { position: [4.1, 51.0], kilometre: 60 },
};
const map = riverMap([river], RULES);

describe("a river kilometre", () => {
  it("counts from the origin that the study set, rising seaward", () => {
    expect(map.locate([4.1, 51.0])?.kilometre).toBeCloseTo(60, 3);
    expect(map.locate([4.15, 51.0])?.kilometre).toBeCloseTo(63.51, 1);
    expect(map.locate([4.05, 51.001])).toMatchObject({ line: "Main" });
    expect(map.locate([4.05, 51.001])?.kilometre).toBeCloseTo(56.49, 1);
    expect(map.locate([4.05, 51.001])?.offsetMetres).toBeCloseTo(111.2, 0);
  });

  it("falls along a branch too, by the way to its confluence", () => {
    expect(map.locate([4.1, 51.05])).toMatchObject({ line: "Branch" });
    expect(map.locate([4.1, 51.05])?.kilometre).toBeCloseTo(54.44, 1);
  });

  it("begins with the line that reaches the mouth where no origin is set", () => {
    const plain = riverMap([{ ...river, origin: null }], RULES);
    expect(plain.locate([4.0, 51.0])?.kilometre).toBeCloseTo(0, 6);
  });

  it("is not known far from every line", () => {
    expect(map.locate([4.05, 51.2])).toBeNull();
  });

  it("keeps an item on its line at a confluence", () => {
    const near: Position = [4.1003, 51.0003];
    const fromBranch = map.locate([4.1, 51.05]);
    expect(map.locate(near, fromBranch)?.line).toBe("Branch");
    expect(map.locate(near, map.locate([4.15, 51]))?.line).toBe("Main");
  });

  it("keeps an item in its arm of a meander", () => {
    const bend: RiverDrawing = {
      ...river,
      lines: [
        {
          name: "Bend",
          coordinates: [
            [4, 51],
            [4.1, 51],
            [4.1, 51.001],
            [4, 51.001],
          ],
        },
      ],
      origin: null,
    };
    const between: Position = [4.05, 51.0005];
    const arms = riverMap([bend], RULES);
    expect(arms.locate(between, arms.locate([4.04, 51.0]))?.kilometre).toBeCloseTo(3.51, 1);
    expect(arms.locate(between, arms.locate([4.04, 51.001]))?.kilometre).toBeCloseTo(10.64, 1);
  });

  it("falls or rises with a place by no more than it moves along a straight line", () => {
    const east = fc.double({ min: 4.0, max: 4.2, noNaN: true });
    const north = fc.double({ min: 50.99, max: 50.999, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(east, north), fc.tuple(east, north), (one, other) => {
        const [a, b] = [map.locate(one), map.locate(other)];
        const kilometres = Math.abs((a?.kilometre ?? 0) - (b?.kilometre ?? 9999));
        expect(kilometres).toBeLessThanOrEqual(distanceMetres(one, other) / 1000 + 0.02);
      }),
    );
  });
});

describe("water", () => {
  it("is the corridor along the lines, and the areas that are drawn", () => {
    expect(map.isWater([4.05, 51.004])).toBe(true);
    expect(map.isWater([4.05, 51.006])).toBe(false);
    expect(map.isWater([4.3, 51.05])).toBe(true);
    expect(map.isWater([4.5, 51.05])).toBe(false);
  });

  it("is everywhere where no river is drawn, and along the study's lines where only those are", () => {
    expect(riverMap([], RULES).isWater([10, 54])).toBe(true);
    expect(riverMap([], RULES).locate([10, 54])).toBeNull();
    const lines = riverMap([], { ...RULES, waterLines: [main] });
    expect(lines.isWater([4.05, 51.004])).toBe(true);
    expect(lines.isWater([4.05, 51.006])).toBe(false);
  });
});
