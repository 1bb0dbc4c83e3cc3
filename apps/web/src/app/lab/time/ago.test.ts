import { describe, expect, it } from "vitest";
import { agoText } from "./ago.ts";

describe("agoText", () => {
  it("counts in the largest unit that still says something", () => {
    expect(agoText(59, "en")).toBe("59 seconds ago");
    expect(agoText(60, "en")).toBe("1 minute ago");
    expect(agoText(3599, "en")).toBe("59 minutes ago");
    expect(agoText(47 * 3600, "en")).toBe("47 hours ago");
    expect(agoText(48 * 3600, "en")).toBe("2 days ago");
  });

  it("calls the last seconds now", () => {
    expect(agoText(4, "en")).toBe("now");
    expect(agoText(4, "nl")).toBe("nu");
  });

  it("does not hide a clock that runs ahead", () => {
    expect(agoText(-600, "de")).toBe("in 10 Minuten");
  });
});
