import { describe, expect, it } from "vitest";
import { instantText } from "./instant-text.ts";

describe("instantText", () => {
  it("says UTC when it is UTC", () => {
    expect(instantText("2026-07-01T22:30:05Z", "nl", true)).toBe("1 jul 2026, 22:30:05\u00a0UTC");
  });

  it("puts the day first and counts 24 hours in English too", () => {
    expect(instantText("2026-07-01T22:30:05Z", "en", true)).toBe("1 Jul 2026, 22:30:05\u00a0UTC");
  });

  it("does not say UTC in the reader's zone", () => {
    expect(instantText("2026-07-01T22:30:05Z", "en", false)).not.toContain("UTC");
  });
});
