import { describe, expect, it } from "vitest";
import { choiceOf, choiceText, parseChoice } from "./map-choice.ts";

describe("a choice on the map", () => {
  it("is the same after it was in the address", () => {
    const choice = { kind: "sighting", id: "0b6f4b0e-3c36-4a49-9d9e-6e1a2c1f8a10" } as const;
    expect(parseChoice(choiceText(choice))).toEqual(choice);
  });

  it.each([undefined, "", "tracker", "tracker:", "river:3"])("is none in %j", (text) => {
    expect(parseChoice(text)).toBeUndefined();
  });

  it("is an item when somebody clicks on its track", () => {
    expect(choiceOf({ kind: "track", properties: { code: "0004GD" } })).toEqual({
      kind: "item",
      id: "0004GD",
    });
    expect(choiceOf({ kind: "tracker", properties: { id: 7 } })).toEqual({
      kind: "tracker",
      id: "7",
    });
    expect(choiceOf({ kind: "fix", properties: {} })).toBeUndefined();
  });
});
