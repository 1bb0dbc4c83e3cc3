import { describe, expect, it } from "vitest";
import type { Tracker } from "../lab-api.ts";
import { boardRows } from "./board-rows.ts";

const NOW = Date.parse("2026-07-01T10:00:00.000Z");

function tracker(id: number, secondsAgo: number | null, interval: number | null): Tracker {
  return {
    id,
    version: 1,
    studyId: 1,
    protocol: "teltonika",
    uniqueId: String(id),
    name: `Yellow ${id}`,
    model: null,
    intervalSeconds: null,
    lastHeardAt: secondsAgo === null ? null : new Date(NOW - secondsAgo * 1000).toISOString(),
    lastFix: null,
    newest: null,
    itemCode: null,
    fixCount: 0,
    settings: {},
    watchRules: {},
    health: { expectedIntervalSeconds: interval, lastHeardAt: null, battery: null, alarms: [] },
    codecId: null,
  };
}

const rowsOf = (...trackers: readonly Tracker[]) =>
  boardRows(trackers, { now: NOW, itemOf: () => undefined });

describe("the board", () => {
  it("turns red after two intervals of silence, not before", () => {
    const [silent, alive] = rowsOf(tracker(1, 60, 30), tracker(2, 61, 30));
    expect(alive).toMatchObject({ id: 1, pulse: "alive", silentSeconds: 60 });
    expect(silent).toMatchObject({ id: 2, pulse: "silent", silentSeconds: 61 });
  });

  it("puts those first that worry", () => {
    const rows = rowsOf(tracker(1, 5, 30), tracker(2, null, 30), tracker(3, 900, 30));
    expect(rows.map(({ pulse }) => pulse)).toEqual(["silent", "never", "alive"]);
  });

  it("takes an hour for the interval of a tracker that nobody knows yet", () => {
    expect(rowsOf(tracker(1, 7200, null), tracker(2, 7201, null)).map(({ id }) => id)).toEqual([
      2, 1,
    ]);
  });

  it("says the item before the server knows it", () => {
    const [row] = boardRows([tracker(1, 5, 30)], { now: NOW, itemOf: () => "0004GD" });
    expect(row?.itemCode).toBe("0004GD");
  });
});
