import { encodePacket, speeches } from "@zpr/simulator";
import { sql, useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { inMinutes, openRiver, RECEIVED_AT, type River, recordAt, replayIn } from "../testing.ts";
import { corrupt, countsOf, later, newestMessage, rewrite } from "./testing.ts";

const IMEI = "356307042441013";
const database = useDatabase();
let river: River;

beforeEach(async () => {
  river = await openRiver(database());
});

/** A copy of a tracker's fix of one time, as if an earlier decoder had made it up. */
async function makeUp(time: Date, changes: object): Promise<void> {
  await sql`
    insert into fix select (jsonb_populate_record(fix, ${JSON.stringify(changes)}::jsonb)).*
    from fix where time = ${time}`.execute(database());
}

describe("a replay, where messages say something else today", () => {
  it("changes in place what is read otherwise, with the flags around it", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0), recordAt(1), recordAt(2)]);
    await river.ingestAll();
    // As if the decoder of that time had misread a position and a battery.
    await sql`
      update fix set longitude = 4.5, latitude = 51.2, battery_volts = 39
      where time = ${new Date(recordAt(1).time)}`.execute(database());
    const { examples } = await replayIn(database());
    expect(examples).toEqual([
      {
        outcome: "changed",
        protocol: "teltonika",
        uniqueId: IMEI,
        time: new Date(recordAt(1).time),
        rawMessageId: expect.any(Number),
        differences: [
          { field: "position", before: [4.5, 51.2], after: recordAt(1).position },
          { field: "batteryVolts", before: 39, after: 3.9 },
        ],
      },
    ]);
    expect((await river.fixesOf(id))[1]).toMatchObject({ position: recordAt(1).position });
  });

  it("moves a fix that gets another time, and removes what a message no longer says", async () => {
    const { id } = await river.register(IMEI);
    const item = await river.newItem();
    await river.trackerStore.deploy({
      trackerId: id,
      itemCode: item.code,
      startedAt: new Date(recordAt(0).time),
      endedAt: null,
    });
    await river.send(IMEI, [recordAt(0), recordAt(3), recordAt(5)]);
    await river.ingestAll();
    const hour = "3600 seconds";
    await sql`
      update fix set time = time + ${hour}::interval
      where time = ${new Date(recordAt(3).time)}`.execute(database());
    await makeUp(new Date(recordAt(5).time), {
      time: new Date(recordAt(4).time),
      record_hash: 7,
    });
    await sql`update tracker set fix_count = 4`.execute(database());
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [4], [5], [63]]);

    const { examples, byProtocol } = await replayIn(database());
    expect(byProtocol["teltonika"]?.fixes).toMatchObject({ new: 0, changed: 1, gone: 1 });
    expect(examples.map(({ outcome }) => outcome)).toEqual(["changed", "gone"]);
    expect(examples[0]).toMatchObject({
      differences: [
        {
          field: "time",
          before: new Date(recordAt(63).time),
          after: new Date(recordAt(3).time),
        },
      ],
    });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [3], [5]]);
    expect(await river.trackerStore.find(id)).toMatchObject({
      fixCount: 3,
      lastFix: { time: new Date(recordAt(5).time) },
    });
    expect((await newestMessage(river)).outcome).toBe("decoded");
  });

  it("judges anew what stands beside a fix that is gone, though nobody read it again", async () => {
    const { id } = await river.register(IMEI);
    const position = [4.5, 51.2] as const;
    await river.send(IMEI, [recordAt(0), recordAt(1)]);
    await river.send(IMEI, [recordAt(2)], later(5));
    await river.send(IMEI, [recordAt(4, { position }), recordAt(5)], later(9));
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1], [2], [4, "spike"], [5]]);
    // An earlier decoder had made up a second place as far off, which made the first believable.
    const made = {
      time: new Date(recordAt(3).time),
      record_hash: 7,
      longitude: 4.5,
      latitude: 51.2,
    };
    await makeUp(new Date(recordAt(2).time), made);
    await sql`update fix set flags = 0`.execute(database());

    const scope = { since: later(5), until: later(6) };
    expect(await countsOf(database(), { scope })).toEqual({
      read: 1,
      changed: 1,
      goneFixes: 1,
      reflaggedFixes: 1,
    });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1], [2], [4, "spike"], [5]]);
  });

  it("gives a record that came twice to the first message that says it", async () => {
    const { id } = await river.register(IMEI);
    const packet = encodePacket("8E", [recordAt(0)]);
    await river.send(IMEI, corrupt(packet));
    await river.send(IMEI, packet, later(5));
    await river.ingestAll();
    expect((await river.fixesOf(id))[0]).toMatchObject({ rawMessageId: 2, receivedAt: later(5) });
    await rewrite(database(), 1, packet);
    expect(await countsOf(database())).toEqual({
      read: 2,
      unchanged: 1,
      nowDecoded: 1,
      changedFixes: 1,
    });
    expect((await river.fixesOf(id))[0]).toMatchObject({
      rawMessageId: 1,
      receivedAt: RECEIVED_AT,
    });

    // And to the next one, when the first says something else.
    await rewrite(database(), 1, encodePacket("8E", [recordAt(9)]));
    for (const dryRun of [true, false])
      expect(await countsOf(database(), { dryRun, batchMessages: 1 })).toMatchObject({
        newFixes: 2,
        goneFixes: 1,
      });
    expect((await river.fixesOf(id)).map((fix) => fix.rawMessageId)).toEqual([2, 1]);
  });

  it("follows what researchers set for a tracker since", async () => {
    const { id } = await river.register(IMEI, "iridium");
    const iridium = speeches.find(({ protocol }) => protocol === "iridium");
    let number = 0;
    const nextNumber = () => ++number;
    for (const minute of [0, 10, 20]) {
      const wires = iridium?.report([recordAt(minute)], { uniqueId: IMEI, nextNumber }) ?? [];
      for (const bytes of wires)
        await river.rawLog.append({
          protocol: "iridium",
          uniqueId: IMEI,
          transport: "tcp",
          context: null,
          receivedAt: RECEIVED_AT,
          bytes,
        });
    }
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id)).map(([, flag]) => flag)).toEqual(
      Array.from({ length: 3 }, () => "network"),
    );
    await river.trackerStore.change(id, {
      settings: {
        payloadLayout: "meitrack-t622",
        payloadFields: ["01", "02", "03", "04", "05", "06", "08", "09", "0A", "19"],
      },
    });
    expect(await countsOf(database(), {}, "iridium")).toEqual({
      read: 3,
      changed: 3,
      changedFixes: 3,
    });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [10], [20]]);
  });
});
