import { describe, expect, it } from "vitest";
import { itemsAfter, trackersAfter } from "./apply-events.ts";
import type { Item, Tracker } from "./lab-api.ts";
import type { FixEvent, LiveEvent } from "./live-event.ts";

const tracker: Tracker = {
  id: 7,
  version: 1,
  studyId: 1,
  protocol: "teltonika",
  uniqueId: "350000000000007",
  name: "T7",
  model: null,
  intervalSeconds: 600,
  lastHeardAt: "2026-07-01T10:00:00.000Z",
  lastFix: {
    time: "2026-07-01T10:00:00.000Z",
    position: [4.4, 51.2],
    batteryVolts: 3.9,
    flags: [],
  },
  newest: {
    time: "2026-07-01T10:00:00.000Z",
    hasFix: true,
    satellites: 9,
    batteryVolts: 3.9,
    batteryPercent: 62,
  },
  codecId: null,
  itemCode: "0004GD",
  fixCount: 12,
  settings: {},
  watchRules: {},
  health: { expectedIntervalSeconds: 600, lastHeardAt: null, battery: null, alarms: [] },
};
const item: Item = {
  id: 1,
  version: 1,
  studyId: 1,
  code: "0004GD",
  name: "",
  itemTypeId: 1,
  releaseId: 1,
  status: "released",
  note: "",
  trackerId: 7,
  lastPosition: [4.4, 51.2],
  lastAt: "2026-07-01T10:00:00.000Z",
  lastEvidence: "sighting",
  travelledMetres: 0,
  netMetres: 0,
  sightingCount: 1,
};
const fix: FixEvent = {
  kind: "fix",
  studyId: 1,
  trackerId: 7,
  itemCode: "0004GD",
  time: "2026-07-01T10:10:00.000Z",
  position: [4.5, 51.3],
  flags: [],
  batteryVolts: 3.8,
  batteryPercent: 55,
  satellites: 4,
};
const heard = (lastHeardAt: string): LiveEvent => ({
  kind: "tracker",
  studyId: 1,
  trackerId: 7,
  lastHeardAt,
});

describe("trackersAfter", () => {
  it("tells satellites and battery of a frame without a fix, and leaves its place alone", () => {
    const lost = { ...fix, position: null, flags: ["no-fix"] };
    const [after] = trackersAfter([tracker], [lost]);
    expect(after?.newest).toEqual({
      time: fix.time,
      hasFix: false,
      satellites: 4,
      batteryVolts: 3.8,
      batteryPercent: 55,
    });
    expect(after?.lastFix).toEqual(tracker.lastFix);
  });

  it("shows when a tracker was heard and where it was", () => {
    const [after] = trackersAfter([tracker], [heard("2026-07-01T10:11:00.000Z"), fix]);
    expect(after).toMatchObject({
      lastHeardAt: "2026-07-01T10:11:00.000Z",
      lastFix: { position: [4.5, 51.3], batteryVolts: 3.8 },
    });
  });

  it("does not go back when a buffer is emptied", () => {
    const old = { ...fix, time: "2026-07-01T09:00:00.000Z", flags: ["late"] };
    const [after] = trackersAfter([tracker], [heard("2026-07-01T09:30:00.000Z"), old]);
    expect(after).toEqual(tracker);
  });

  it("does not show a place that misleads", () => {
    const [after] = trackersAfter([tracker], [{ ...fix, flags: ["spike"] }]);
    expect(after?.lastFix?.position).toEqual([4.4, 51.2]);
  });

  it("follows a tracker that is in no item any more, but not its item", () => {
    const taken = { ...fix, flags: ["after-retrieval"] };
    expect(trackersAfter([tracker], [taken])[0]?.lastFix?.position).toEqual([4.5, 51.3]);
    expect(itemsAfter([item], [taken])[0]).toBe(item);
  });

  it("shows a place that the network tells, with the flag that says so", () => {
    const rough = { ...fix, flags: ["network"] };
    expect(trackersAfter([tracker], [rough])[0]?.lastFix).toMatchObject({
      position: [4.5, 51.3],
      flags: ["network"],
    });
    expect(itemsAfter([item], [rough])[0]?.lastPosition).toEqual([4.5, 51.3]);
  });

  it("leaves the list alone when nothing in it changes", () => {
    const list = [tracker];
    expect(trackersAfter(list, [{ ...fix, trackerId: 8 }])).toBe(list);
  });
});

describe("itemsAfter", () => {
  it("moves an item to the newest of its fixes", () => {
    const earlier = { ...fix, time: "2026-07-01T10:05:00.000Z", position: [4, 51] as const };
    expect(itemsAfter([item], [fix, earlier])[0]).toMatchObject({
      lastAt: fix.time,
      lastPosition: [4.5, 51.3],
      lastEvidence: "fix",
    });
  });

  it("does not move it for fixes that are old, doubted or without a place", () => {
    const events = [
      { ...fix, time: "2026-07-01T09:00:00.000Z" },
      { ...fix, flags: ["imprecise"] },
      { ...fix, position: null },
    ];
    expect(itemsAfter([item], events)[0]).toBe(item);
  });
});
