import { itemCodeFromNumber } from "@zpr/model";
import { describe, expect, it } from "vitest";
import {
  emptyDraft,
  type Known,
  lacking,
  nextDraft,
  withItem,
  withoutItem,
  withTracker,
} from "./release-draft.ts";

const [first, second, gone] = [1, 2, 3].map(itemCodeFromNumber) as [
  ReturnType<typeof itemCodeFromNumber>,
  ReturnType<typeof itemCodeFromNumber>,
  ReturnType<typeof itemCodeFromNumber>,
];
const known: Known = {
  items: new Map([
    [first, { isReleased: false }],
    [second, { isReleased: false }],
    [gone, { isReleased: true }],
  ]),
};
const empty = emptyDraft(1);

describe("a batch", () => {
  it("takes each item once, and none that is unknown or in the water", () => {
    const { draft, outcome } = withItem(empty, first, known);
    expect(outcome).toBe("added");
    expect(withItem(draft, first, known)).toEqual({ draft, outcome: "duplicate" });
    expect(withItem(draft, gone, known)).toEqual({ draft, outcome: "released" });
    expect(withItem(draft, itemCodeFromNumber(4), known)).toEqual({ draft, outcome: "unknown" });
  });

  it("gives a tracker the item that is scanned after it, new or in already", () => {
    const { draft } = withItem(empty, first, known);
    const inHand = withTracker(draft, 7);
    expect(inHand.outcome).toBe("tracker");
    const paired = withItem(inHand.draft, first, known);
    expect(paired.outcome).toBe("paired");
    expect(paired.draft).toMatchObject({
      codes: [first],
      pairs: [{ trackerId: 7, itemCode: first }],
      waitingTracker: null,
    });
    expect(withTracker(paired.draft, 7).outcome).toBe("duplicate");
    expect(withItem(withTracker(paired.draft, 8).draft, first, known).outcome).toBe("taken");
    expect(withItem(withTracker(paired.draft, 8).draft, second, known).draft.codes).toEqual([
      first,
      second,
    ]);
  });

  it("lets go of an item together with its tracker", () => {
    const paired = withItem(withTracker(empty, 7).draft, first, known).draft;
    expect(withoutItem(paired, first)).toMatchObject({ codes: [], pairs: [] });
  });

  it("is complete with a place, a position and an item; the next begins at the same place", () => {
    expect(lacking(empty)).toEqual(["place", "position", "items"]);
    const { draft } = withItem({ ...empty, place: "Wintam", position: [4.3, 51.1] }, first, known);
    expect(lacking(draft)).toEqual([]);
    expect(nextDraft(draft)).toMatchObject({ place: "Wintam", position: [4.3, 51.1], codes: [] });
  });
});
