import { describe, expect, it } from "vitest";
import { barsOf, linesOf } from "./days-drawing.ts";

describe("a line through days", () => {
  it("breaks where a day is unknown and rises with the values", () => {
    expect(linesOf([1, 2, null, 2], 1)).toEqual([
      [
        [0, 95],
        [100 / 3, 5],
      ],
      [[100, 5]],
    ]);
  });

  it("does not make a mountain of noise", () => {
    const [line] = linesOf([3.9, 3.91], 1);
    expect(line?.map(([, y]) => Math.round(y))).toEqual([50, 50]);
  });

  it("is none without values", () => {
    expect(linesOf([null, null], 1)).toEqual([]);
  });
});

describe("days as bars", () => {
  it("are measured by the highest, and short when clearly less came than was expected", () => {
    expect(barsOf({ received: [10, 5, 8, 3], expected: [10, 10, 10, null] })).toEqual([
      { received: 1, expected: 1, isShort: false },
      { received: 0.5, expected: 1, isShort: true },
      { received: 0.8, expected: 1, isShort: false },
      { received: 0.3, expected: 0, isShort: false },
    ]);
  });
});
