import type { FixLog } from "@zpr/ports";
import { encodePacket } from "@zpr/simulator";
import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { ingest, startIngest } from "./ingest.ts";
import { inMinutes, openRiver, type River, recordAt } from "./testing.ts";

const IMEI = "356938035643809";
const database = useDatabase();
let river: River;

beforeEach(async () => {
  river = await openRiver(database());
});

describe("a message that cannot be read", () => {
  it("is kept with the reason, and read again when it can be", async () => {
    const { id } = await river.register(IMEI);
    const packet = encodePacket("8E", [recordAt(0)]);
    packet.writeUInt8((packet.at(-1) ?? 0) ^ 1, packet.length - 1);
    await river.send(IMEI, packet);
    await river.send(null, [recordAt(1)]);
    await river.ingestAll();

    const [unsigned, corrupt] = await river.rawMessageStore.list(
      { studies: "all", undecodable: true },
      { after: undefined, limit: 10 },
    );
    expect(corrupt).toMatchObject({ outcome: "undecodable", reason: "checksum" });
    expect(unsigned).toMatchObject({ outcome: "undecodable", reason: "nobody had logged in" });
    expect(await river.fixesOf(id)).toEqual([]);

    // As if today's decoder had not been able to read a message that tomorrow's can.
    await river.send(IMEI, [recordAt(2)]);
    const [good] = await river.rawMessageStore.list(
      { studies: "all" },
      { after: undefined, limit: 1 },
    );
    await river.ports.fixLog.setAside({
      rawMessageId: good?.id ?? 0,
      reason: "codec ff is not known",
    });
    await river.ingestAll();
    expect(await river.rawMessageStore.find(good?.id ?? 0, "all")).toMatchObject({
      outcome: "undecodable",
      reason: "codec ff is not known",
    });
    await database()
      .insertInto("raw_pending")
      .values({ raw_message_id: good?.id ?? 0 })
      .execute();
    await river.ingestAll();
    expect(await river.rawMessageStore.find(good?.id ?? 0, "all")).toMatchObject({
      outcome: "decoded",
      reason: null,
    });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[2]]);
  });
});

describe("a message that the store refuses", () => {
  // A rule of the database that our decoders do not know of: no fix without HDOP.
  beforeEach(async () => {
    const hdop = () => database().schema.alterTable("fix");
    await hdop()
      .alterColumn("hdop", (column) => column.setNotNull())
      .execute();
    return () =>
      hdop()
        .alterColumn("hdop", (column) => column.dropNotNull())
        .execute();
  });

  it("is set aside without holding up or losing the others", async () => {
    const { id } = await river.register(IMEI);
    const worker = startIngest(river.ports);
    for (let minute = 0; minute < 40; minute++) {
      await river.send(IMEI, [recordAt(minute, minute % 13 === 5 ? { io: {} } : {})]);
    }
    await worker.idle();
    await worker.stop();

    expect(await river.fixesOf(id)).toHaveLength(37);
    const problems = await river.rawMessageStore.list(
      { studies: "all", undecodable: true },
      { after: undefined, limit: 10 },
    );
    expect(problems.map((problem) => problem.reason)).toEqual(
      Array.from({ length: 3 }, () =>
        expect.stringMatching(/^could not be recorded: .*"hdop".* not-null/),
      ),
    );
    expect(river.lines.filter((line) => line === "a message is set aside")).toHaveLength(3);
  });
});

describe("a store that is in trouble", () => {
  it("has nothing set aside: all is tried again until it works", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0)]);
    let failures = 3;
    const flaky: FixLog = {
      ...river.ports.fixLog,
      async take(limit, work) {
        if (failures-- > 0) throw new Error("the connection was reset");
        return river.ports.fixLog.take(limit, work);
      },
    };
    const worker = startIngest({ ...river.ports, fixLog: flaky });
    await worker.idle();
    await worker.stop();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0]]);
    expect(river.lines).toEqual(
      Array.from({ length: 3 }, () => "work failed and will be tried again"),
    );
  });
});

describe("several ingests at once", () => {
  it("record everything once and wait for none of each other for long", async () => {
    const imeis = ["356938035643801", "356938035643802", "356938035643803"];
    const trackers = await Promise.all(imeis.map((one) => river.register(one)));
    const item = await river.newItem();
    for (const { id: trackerId } of trackers)
      await river.trackerStore.deploy({
        trackerId,
        itemCode: item.code,
        startedAt: new Date(recordAt(0).time),
        endedAt: null,
      });
    for (let minute = 0; minute < 120; minute++) {
      const position = minute % 10 === 7 ? ([4.5, 51.2] as const) : recordAt(minute).position;
      const imeiOf = (turn: number) => imeis[(minute + turn) % 3] ?? null;
      for (const turn of [0, 1, 2])
        await river.send(imeiOf(turn), [recordAt(minute, { position })]);
      await river.send(imeiOf(1), [recordAt(minute, { position }), recordAt(minute + 0.5)]);
      await river.send(`unknown ${minute % 4}`, [recordAt(minute)]);
      await river.send(`unknown ${3 - (minute % 4)}`, [recordAt(minute)]);
    }
    const drain = async (limit: number) => {
      while ((await ingest(river.ports, limit)).taken.length > 0);
    };
    await Promise.all([drain(7), drain(11), drain(23), drain(3)]);
    await river.ingestAll();

    for (const { id } of trackers) {
      const fixes = await river.fixesOf(id);
      expect(new Set(fixes.map((fix) => fix.id)).size).toBe(120 + 40);
      const spikes = inMinutes(fixes).filter(([, flag]) => flag === "spike");
      expect(spikes.map(([minute]) => Number(minute) % 10)).toEqual(
        Array.from({ length: 12 }, () => 7),
      );
      expect((await river.trackerStore.find(id))?.fixCount).toBe(fixes.length);
    }
    const callers = await river.trackerStore.listUnknown({ after: undefined, limit: 10 });
    expect(callers.map((caller) => caller.messageCount)).toEqual([60, 60, 60, 60]);
  });
});
