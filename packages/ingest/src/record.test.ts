import { encodePacket } from "@zpr/simulator";
import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { bringUpToDate } from "./journey-keeper.ts";
import { inMinutes, openRiver, RECEIVED_AT, type River, recordAt } from "./testing.ts";

const IMEI = "356938035643809";
const database = useDatabase();
let river: River;

beforeEach(async () => {
  river = await openRiver(database());
});

describe("a message of a registered tracker", () => {
  it("becomes the fixes it carries, each pointing to the message", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0), recordAt(10)]);
    await river.ingestAll();

    const [first, second] = await river.fixesOf(id);
    expect(first).toEqual({
      id: expect.any(String),
      trackerId: id,
      time: new Date("2020-07-07T10:00:00Z"),
      position: [4.31, 51.11],
      altitudeMetres: 2,
      speedMetresPerSecond: expect.closeTo(1 / 3.6, 6),
      headingDegrees: 80,
      satellites: 9,
      hdop: expect.closeTo(1.1, 6),
      accuracyMetres: null,
      batteryVolts: expect.closeTo(3.9, 6),
      batteryPercent: null,
      flags: [],
      rawMessageId: expect.any(Number),
      receivedAt: RECEIVED_AT,
      attributes: {},
    });
    const message = await river.rawMessageStore.find(first?.rawMessageId ?? 0, "all");
    expect(message).toMatchObject({ outcome: "decoded", uniqueId: IMEI, receivedAt: RECEIVED_AT });
    expect(Buffer.from(message?.bytes ?? [])).toEqual(
      encodePacket("8E", [recordAt(0), recordAt(10)]),
    );
    expect(second?.rawMessageId).toBe(first?.rawMessageId);
  });

  it("says when the tracker was last heard and where it is", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(10), recordAt(20, { satellites: 0 })]);
    await river.ingestAll();
    await river.send(IMEI, [recordAt(0)], new Date(RECEIVED_AT.getTime() - 1000));
    await river.ingestAll();

    expect(await river.trackerStore.find(id)).toMatchObject({
      lastHeardAt: RECEIVED_AT,
      lastFix: { time: new Date(recordAt(10).time), position: recordAt(10).position, flags: [] },
      fixCount: 3,
    });
  });

  it("is told to those who watch, once it is recorded", async () => {
    const { id, studyId } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0), recordAt(10)]);
    await river.ingestAll();
    expect(river.events).toEqual([
      { kind: "tracker", studyId, trackerId: id, lastHeardAt: RECEIVED_AT },
      expect.objectContaining({ kind: "fix", trackerId: id, time: new Date(recordAt(10).time) }),
    ]);
  });

  it("changes nothing when it comes again, alone or with others", async () => {
    const { id } = await river.register(IMEI);
    const said = [recordAt(0), recordAt(1, { position: [4.4, 51.2] }), recordAt(2)];
    await river.send(IMEI, said);
    await river.ingestAll();
    const [before, tracker] = [await river.fixesOf(id), await river.trackerStore.find(id)];
    expect(inMinutes(before)).toEqual([[0], [1, "spike"], [2]]);

    await river.send(IMEI, said);
    await river.send(IMEI, said.slice(1));
    await river.ingestAll();
    expect(await river.fixesOf(id)).toEqual(before);
    expect(await river.trackerStore.find(id)).toEqual(tracker);
  });

  it("keeps records apart that differ in anything but are of one time", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0), recordAt(0, { io: { batteryPercent: 70 } })]);
    await river.ingestAll();
    const flags = (await river.fixesOf(id)).map((fix) => fix.flags);
    expect(flags).toEqual(expect.arrayContaining([[], ["duplicate"]]));
  });

  it("takes in fixes of any month, and of clocks that are off by decades", async () => {
    const { id } = await river.register(IMEI);
    const times = [
      "1970-01-01T00:00:00Z",
      "2019-12-31T23:59:59Z",
      "2020-01-01T00:00:00Z",
      "2036-02-07T06:28:16Z",
    ];
    await river.send(
      IMEI,
      times.map((time) => recordAt(0, { time: Date.parse(time) })),
    );
    await river.ingestAll();
    expect((await river.fixesOf(id)).map((fix) => [fix.time.toISOString(), ...fix.flags])).toEqual([
      ["1970-01-01T00:00:00.000Z", "late"],
      ["2019-12-31T23:59:59.000Z", "late"],
      ["2020-01-01T00:00:00.000Z", "late"],
      ["2036-02-07T06:28:16.000Z", "future"],
    ]);
  });
});

describe("a place that the network tells", () => {
  it("is the tracker's and the item's last, but makes neither a spike nor a metre of way", async () => {
    const { id } = await river.register("buoy", "http");
    const item = await river.newItem();
    const startedAt = new Date(recordAt(0).time);
    await river.trackerStore.deploy({
      trackerId: id,
      itemCode: item.code,
      startedAt,
      endedAt: null,
    });
    const far = [4.4, 51.2] as const;
    for (const [minute, position, fix] of [
      [0, recordAt(0).position, "valid"],
      [1, far, "network"],
      [2, recordAt(2).position, "valid"],
      [3, far, "network"],
    ] as const)
      await river.sendJson("buoy", { time: recordAt(minute).time, position, fix });
    await river.ingestAll();
    await river.journeyLog.take(10, bringUpToDate);

    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1, "network"], [2], [3, "network"]]);
    expect((await river.trackerStore.find(id))?.lastFix).toMatchObject({
      position: far,
      flags: ["network"],
    });
    const [journey] = await river.journeyStore.list("all", { after: undefined, limit: 10 });
    expect(journey).toMatchObject({
      fixCount: 4,
      lastPosition: far,
      travelledMetres: 0,
      netMetres: expect.closeTo(14, 0),
    });
  });
});

describe("a deployment", () => {
  it("judges anew what is before it and after it, as it opens, closes and opens again", async () => {
    const { id } = await river.register(IMEI);
    const item = await river.newItem();
    await river.send(IMEI, [recordAt(0), recordAt(10), recordAt(20), recordAt(30)]);
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [10], [20], [30]]);

    const deployment = await river.trackerStore.deploy({
      trackerId: id,
      itemCode: item.code,
      startedAt: new Date(recordAt(10).time),
      endedAt: null,
    });
    if (typeof deployment === "string") throw new Error(deployment);
    expect(inMinutes(await river.fixesOf(id))).toEqual([
      [0, "before-deployment"],
      [10],
      [20],
      [30],
    ]);

    await river.trackerStore.endDeployment(deployment.id, new Date(recordAt(30).time));
    await river.send(IMEI, [recordAt(5), recordAt(25), recordAt(40)]);
    await river.ingestAll();
    const closed = [
      [0, "before-deployment"],
      [5, "before-deployment"],
      [10],
      [20],
      [25],
      [30, "after-retrieval"],
      [40, "after-retrieval"],
    ];
    expect(inMinutes(await river.fixesOf(id))).toEqual(closed);
    expect((await river.trackerStore.find(id))?.lastFix).toMatchObject({
      time: new Date(recordAt(40).time),
      flags: ["after-retrieval"],
    });

    await river.trackerStore.endDeployment(deployment.id, null);
    expect(inMinutes(await river.fixesOf(id)).slice(2)).toEqual([[10], [20], [25], [30], [40]]);
    expect((await river.trackerStore.find(id))?.lastFix?.flags).toEqual([]);
  });

  it("does not make spikes of its rim, nor undo those inside", async () => {
    const { id } = await river.register(IMEI);
    const item = await river.newItem();
    await river.send(IMEI, [recordAt(0), recordAt(1, { position: [4.5, 51.11] }), recordAt(2)]);
    await river.ingestAll();
    await river.trackerStore.deploy({
      trackerId: id,
      itemCode: item.code,
      startedAt: new Date(recordAt(2).time),
      endedAt: null,
    });
    await river.send(IMEI, [recordAt(3)]);
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([
      [0, "before-deployment"],
      [1, "before-deployment", "spike"],
      [2],
      [3],
    ]);
  });
});
