import { describe, expect, it } from "vitest";
import { trackerHealth } from "./tracker-health.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");
const heard = (lastHeardAt: string | null, intervalSeconds: number | null = 600) =>
  trackerHealth({ lastHeardAt, intervalSeconds }, NOW);

describe("trackerHealth", () => {
  it("is alive within two intervals, late within six, then silent", () => {
    expect(heard("2026-07-01T11:40:00Z")).toBe("alive");
    expect(heard("2026-07-01T11:39:59Z")).toBe("late");
    expect(heard("2026-07-01T11:00:00Z")).toBe("late");
    expect(heard("2026-07-01T10:59:59Z")).toBe("silent");
  });

  it("takes an hour where no interval is known", () => {
    expect(heard("2026-07-01T10:00:00Z", null)).toBe("alive");
  });

  it("tells silence from never having been heard", () => {
    expect(heard(null)).toBe("never");
  });
});
