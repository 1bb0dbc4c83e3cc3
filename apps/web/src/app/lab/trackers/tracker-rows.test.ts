import { describe, expect, it } from "vitest";
import type { Tracker } from "../lab-api.ts";
import { receivedOf, shownRows, type TrackerColumn, withHealth } from "./tracker-rows.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");
const blank: Tracker = {
  id: 1,
  version: 1,
  studyId: 1,
  protocol: "teltonika",
  uniqueId: "350000000000001",
  name: "Buoy 1",
  model: null,
  intervalSeconds: 600,
  lastHeardAt: null,
  lastFix: null,
  newest: null,
  codecId: null,
  itemCode: null,
  fixCount: 0,
  settings: {},
  watchRules: {},
  health: { expectedIntervalSeconds: 600, lastHeardAt: null, battery: null, alarms: [] },
};
const trackers: readonly Tracker[] = [
  blank,
  { ...blank, id: 2, name: "Buoy 2", lastHeardAt: "2026-07-01T11:59:00Z", itemCode: "0004GD" },
  {
    ...blank,
    id: 3,
    name: "Buoy 10",
    lastHeardAt: "2026-07-01T09:00:00Z",
    fixCount: 12,
    health: {
      ...blank.health,
      alarms: [{ id: 1, kind: "battery-low", since: "2026-07-01T08:00:00Z", acknowledgedAt: null }],
    },
  },
];
const shown = (wanted: Partial<Parameters<typeof shownRows>[1]>) =>
  shownRows(withHealth(trackers, NOW), {
    text: "",
    health: "",
    alarm: "",
    sort: { key: "name", down: false },
    locale: "en",
    ...wanted,
  }).map(({ tracker }) => tracker.id);
const by = (key: TrackerColumn, down = false) => shown({ sort: { key, down } });

describe("shownRows", () => {
  it("sorts by what people see in a column", () => {
    expect(by("name")).toEqual([1, 2, 3]);
    expect(by("heard", true)).toEqual([2, 3, 1]);
    expect(by("health")).toEqual([2, 3, 1]);
    expect(by("fixes", true)).toEqual([3, 1, 2]);
  });

  it("leaves what is looked for", () => {
    expect(shown({ text: "4gd" })).toEqual([2]);
    expect(shown({ health: "silent" })).toEqual([3]);
    expect(shown({ health: "never", text: "buoy 2" })).toEqual([]);
    expect(shown({ alarm: "any" })).toEqual([3]);
    expect(shown({ alarm: "silent" })).toEqual([]);
  });
});

describe("receivedOf", () => {
  const days = {
    trackerId: 1,
    firmware: null,
    from: "2026-06-01T00:00:00Z",
    located: [],
    batteryVolts: [],
    batteryPercent: [],
  };

  it("counts only days on which something was to be expected", () => {
    const counted = { ...days, received: [9, 3, 4], expected: [0, 4, 6] };
    expect(receivedOf(counted)).toEqual({ received: 7, expected: 10, share: 0.7 });
  });

  it("says nothing where nothing was", () => {
    expect(receivedOf({ ...days, received: [9], expected: [null] })).toBeUndefined();
    expect(receivedOf(undefined)).toBeUndefined();
  });
});
