import { describe, expect, it } from "vitest";
import { placeText, voltsText } from "./figures.ts";

describe("placeText", () => {
  it("says latitude first, as people do, in the letters of the language", () => {
    expect(placeText([4.4002, 51.2345], "en")).toBe("51.23450°\u202fN, 4.40020°\u202fE");
    expect(placeText([-4.4002, -51.2345], "fr")).toBe("51,23450°\u202fS, 4,40020°\u202fO");
    expect(placeText([4.4002, -51.2345], "nl")).toBe("51,23450°\u202fZ, 4,40020°\u202fO");
  });
});

describe("voltsText", () => {
  it("keeps a thin space before the unit", () => {
    expect(voltsText(3.7, "de")).toBe("3,70\u202fV");
  });
});
