import { describe, expect, it } from "vitest";
import { fittingSize, isPhoto } from "./shrink-photo.ts";

describe("fittingSize", () => {
  it("brings the longest side down to 2048 and leaves small pictures alone", () => {
    expect(fittingSize(4032, 3024)).toEqual([2048, 1536]);
    expect(fittingSize(3024, 4032)).toEqual([1536, 2048]);
    expect(fittingSize(800, 600)).toEqual([800, 600]);
    expect(fittingSize(20_000, 2)).toEqual([2048, 1]);
  });
});

describe("isPhoto", () => {
  it("knows HEIC by its name where the phone gives no type", () => {
    expect(isPhoto({ name: "IMG_0001.HEIC", type: "" })).toBe(true);
    expect(isPhoto({ name: "a", type: "image/avif" })).toBe(true);
    expect(isPhoto({ name: "invoice.pdf", type: "application/pdf" })).toBe(false);
  });
});
