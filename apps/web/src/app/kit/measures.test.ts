import { describe, expect, it } from "vitest";
import { codeText, distanceText } from "./measures.ts";

describe("distanceText", () => {
  it.each([
    [8.4, "8 m"],
    [999.4, "999 m"],
    [999.6, "1 km"],
    [2449, "2.4 km"],
    [99_960, "100 km"],
    [128_300, "128 km"],
  ])("says %d m as %s", (metres, text) => {
    expect(distanceText(metres, "en")).toBe(text);
  });

  it("uses the decimal sign of the language", () => {
    expect(distanceText(2449, "nl")).toMatch(/^2,4\skm$/);
  });
});

describe("codeText", () => {
  it("breaks a code in two groups that cannot come apart", () => {
    expect(codeText("7KM2QX")).toBe("7KM\u00a02QX");
  });
});
