import { expect, it } from "vitest";
import { coarsePosition } from "./coarse-position.ts";
import type { Position } from "./position.ts";

const WINTAM: Position = [4.3, 51.1];

it("leaves a position as it is where nothing is to be hidden", () => {
  expect(coarsePosition(WINTAM, 0)).toBe(WINTAM);
});

it.each([100, 250, 1000, 5000])(
  "tells all places of a cell as one, %i m apart at least",
  (metres) => {
    const [longitude, latitude] = coarsePosition(WINTAM, metres);
    const degrees = metres / 111_320;
    expect(Math.abs(latitude - 51.1)).toBeLessThan(1.3 * degrees);
    const inside: Position = [longitude + 0.49 * degrees, latitude - 0.49 * degrees];
    expect(coarsePosition(inside, metres)).toEqual([longitude, latitude]);
    expect(coarsePosition([longitude, latitude], metres)).toEqual([longitude, latitude]);
  },
);
