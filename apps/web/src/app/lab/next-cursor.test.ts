import { describe, expect, it } from "vitest";
import { nextCursor } from "./next-cursor.ts";

describe("nextCursor", () => {
  it("finds the cursor of the next page, decoded", () => {
    const link = '<http://zpr.example/api/v1/items?limit=1000&cursor=a%2Bb%3D>; rel="next"';
    expect(nextCursor(link)).toBe("a+b=");
  });

  it("takes the next page among other links", () => {
    const link = '</items?cursor=back>; rel="prev", </items?cursor=on>; rel="next"';
    expect(nextCursor(link)).toBe("on");
  });

  it("is nothing at the last page", () => {
    expect(nextCursor(null)).toBeUndefined();
    expect(nextCursor('</items?cursor=back>; rel="prev"')).toBeUndefined();
  });
});
