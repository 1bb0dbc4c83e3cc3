import { describe, expect, it } from "vitest";
import {
  boxText,
  layersText,
  parseBox,
  parseColouring,
  parseHidden,
  parsePair,
  parseView,
  viewText,
} from "./map-address.ts";

describe("the address of a map", () => {
  it("says nothing of the usual layers, and gives others back", () => {
    expect(layersText(parseHidden(undefined))).toBeNull();
    const hidden = parseHidden("tracker.density");
    expect(hidden.has("density")).toBe(false);
    expect(hidden.has("track")).toBe(true);
    expect(parseHidden(layersText(hidden) ?? undefined)).toEqual(hidden);
  });

  it("gives view and box back to a metre", () => {
    const view = { center: [4.40001, 51.22002] as [number, number], zoom: 11.25 };
    expect(parseView(viewText(view))).toEqual(view);
    expect(parseBox(boxText([4, 51, 4.5, 51.25]))).toEqual([4, 51, 4.5, 51.25]);
  });

  it.each(["", "1,2", "4,99,9", "4,51,x"])("has no view in %j", (text) => {
    expect(parseView(text)).toBeUndefined();
  });

  it("has no box that is turned around, no pair of one, no colouring it does not know", () => {
    expect(parseBox("4.5,51,4,52")).toBeUndefined();
    expect(parsePair("3,3")).toBeUndefined();
    expect(parsePair("3,5")).toEqual([3, 5]);
    expect(parseColouring("mood")).toBe("plain");
  });
});
