import { describe, expect, it } from "vitest";
import { firstSpoken } from "./first-spoken.ts";

describe("firstSpoken", () => {
  it("takes the first language of the reader that we have, whatever the country", () => {
    expect(firstSpoken(["pt-BR", "nl-BE", "en"])).toBe("nl");
    expect(firstSpoken(["", "FR"])).toBe("fr");
  });

  it("falls back on English", () => {
    expect(firstSpoken(["pt", "ja-JP"])).toBe("en");
    expect(firstSpoken([])).toBe("en");
  });
});
