import { describe, expect, it } from "vitest";
import { parsePage, parseSort, sortText } from "./list-address.ts";

describe("the address of the list", () => {
  it("carries a sort there and back, and nothing for the usual one", () => {
    for (const text of ["battery", "-received"]) expect(sortText(parseSort(text))).toBe(text);
    expect(sortText(parseSort(undefined))).toBeNull();
    expect(parseSort("-nonsense")).toEqual(parseSort(undefined));
  });

  it("names a page that there is", () => {
    expect(parsePage("2", 51, 50)).toBe(2);
    expect(parsePage("9", 51, 50)).toBe(2);
    expect(parsePage("0", 51, 50)).toBe(1);
    expect(parsePage("x", 0, 50)).toBe(1);
  });
});
