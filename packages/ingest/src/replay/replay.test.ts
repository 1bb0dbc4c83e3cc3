import { randomUUID } from "node:crypto";
import { encodePacket } from "@zpr/simulator";
import { postgresFixCorrections } from "@zpr/storage";
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

/** When rows of a table were last written, as numbers of transactions. */
async function writings(table: "fix" | "tracker" | "raw_problem") {
  const { rows } = await sql<{ xmin: string }>`
    select xmin::text from ${sql.table(table)} order by 1`.execute(database());
  return rows.map(({ xmin }) => xmin);
}

describe("a replay", () => {
  it("writes nothing where nothing is another than before", async () => {
    await river.register(IMEI);
    await river.send(IMEI, [recordAt(0), recordAt(1, { position: [4.5, 51.2] }), recordAt(2)]);
    await river.send(IMEI, corrupt(encodePacket("8E", [recordAt(3)])));
    await river.send("stranger", [recordAt(4)]);
    await river.ingestAll();
    const tables = ["fix", "tracker", "raw_problem"] as const;
    const before = await Promise.all(tables.map(writings));
    expect(await countsOf(database())).toEqual({
      read: 3,
      unchanged: 1,
      stillUndecodable: 1,
      unknownTracker: 1,
    });
    expect(await Promise.all(tables.map(writings))).toEqual(before);
    const [caller] = await river.trackerStore.listUnknown({ after: undefined, limit: 10 });
    expect(caller?.messageCount).toBe(1);
  });

  it("leaves to ingest what ingest has still to read", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0)]);
    expect(await countsOf(database())).toEqual({});
    await river.ingestAll();
    expect(await countsOf(database())).toEqual({ read: 1, unchanged: 1 });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0]]);
  });

  it("keeps excluded what a researcher excluded, also what was gone for a while", async () => {
    const { id } = await river.register(IMEI);
    await river.send(IMEI, [recordAt(0)]);
    const good = encodePacket("8E", [recordAt(1)]);
    await river.send(IMEI, good);
    const { id: rawMessageId } = await newestMessage(river);
    await river.ingestAll();
    const fix = (await river.fixesOf(id))[1];
    const decision = {
      id: randomUUID(),
      kind: "exclude",
      at: later(9),
      by: "B",
      reason: "quay",
    } as const;
    await postgresFixCorrections(database()).correct({ ...decision, fixId: fix?.id ?? "" });
    expect(await countsOf(database())).toEqual({ read: 2, unchanged: 2 });

    await rewrite(database(), rawMessageId, encodePacket("8E", [recordAt(5)]));
    await countsOf(database());
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [5]]);
    await rewrite(database(), rawMessageId, good);
    await countsOf(database());
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1, "excluded"]]);
  });

  it("records what could not be read before, among what was recorded since", async () => {
    const { id } = await river.register(IMEI);
    const good = encodePacket("8E", [recordAt(1, { position: [4.5, 51.2] })]);
    await river.send(IMEI, corrupt(good));
    const { id: rawMessageId } = await newestMessage(river);
    await river.send(IMEI, [recordAt(0), recordAt(2)], later(-1));
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [2]]);

    await rewrite(database(), rawMessageId, good);
    const foreseen = await countsOf(database(), { dryRun: true });
    expect(foreseen).toEqual({ read: 2, unchanged: 1, nowDecoded: 1, newFixes: 1 });
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [2]]);
    expect(await countsOf(database())).toEqual(foreseen);
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1, "spike"], [2]]);
    expect(await newestMessage(river)).toMatchObject({ outcome: "decoded" });
    expect(await river.trackerStore.find(id)).toMatchObject({
      fixCount: 3,
      lastHeardAt: RECEIVED_AT,
    });
    expect(await countsOf(database())).toEqual({ read: 2, unchanged: 2 });
  });

  it("notes a stranger whose messages can be read now, once", async () => {
    const good = encodePacket("8E", [recordAt(0)]);
    await river.send(IMEI, corrupt(good));
    await river.ingestAll();
    await rewrite(database(), (await newestMessage(river)).id, good);
    expect(await countsOf(database())).toEqual({ read: 1, nowDecoded: 1 });
    expect(await countsOf(database())).toEqual({ read: 1, unknownTracker: 1 });
    const unknown = await river.trackerStore.listUnknown({ after: undefined, limit: 10 });
    expect(unknown).toMatchObject([{ uniqueId: IMEI, messageCount: 1 }]);

    const { id } = await river.register(IMEI);
    await river.ingestAll();
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0]]);
  });

  it("keeps the fixes of a message that it can no longer read, and says so", async () => {
    const { id } = await river.register(IMEI);
    const packet = encodePacket("8E", [recordAt(0), recordAt(1)]);
    await river.send(IMEI, packet);
    await river.ingestAll();
    const { id: rawMessageId } = await newestMessage(river);

    await rewrite(database(), rawMessageId, corrupt(packet));
    const { byProtocol, examples } = await replayIn(database());
    expect(byProtocol["teltonika"]).toMatchObject({
      messages: { read: 1, noLongerDecoded: 1 },
      fixes: { kept: 2, gone: 0 },
    });
    expect(examples).toMatchObject([
      { outcome: "noLongerDecoded", rawMessageId, reason: "checksum" },
    ]);
    expect(inMinutes(await river.fixesOf(id))).toEqual([[0], [1]]);
    expect(await newestMessage(river)).toMatchObject({
      outcome: "undecodable",
      reason: "checksum",
    });
    expect(await countsOf(database())).toEqual({ read: 1, stillUndecodable: 1, keptFixes: 2 });

    await rewrite(database(), rawMessageId, packet);
    expect(await countsOf(database())).toEqual({ read: 1, nowDecoded: 1 });
    expect(await newestMessage(river)).toMatchObject({ outcome: "decoded" });
  });

  it("counts in a dry run what comes twice once, as it would be recorded", async () => {
    await river.send(IMEI, [recordAt(0), recordAt(1)]);
    await river.send(IMEI, [recordAt(1), recordAt(2)]);
    await river.ingestAll();
    await river.register(IMEI);
    await database().deleteFrom("raw_pending").execute();
    const foreseen = await countsOf(database(), { dryRun: true, batchMessages: 1 });
    expect(foreseen).toEqual({ read: 2, changed: 2, newFixes: 3 });
    expect(await countsOf(database(), { batchMessages: 1 })).toEqual(foreseen);
  });

  it("works beside ingest, registration and another replay", async () => {
    const imeis = [1, 2, 3].map((last) => `35630704244105${last}`);
    const [first, second] = await Promise.all(imeis.slice(0, 2).map((one) => river.register(one)));
    const say = async (from: number, until: number) => {
      for (let minute = from; minute < until; minute++) {
        const position = minute % 10 === 7 ? ([4.5, 51.2] as const) : recordAt(minute).position;
        for (const turn of [0, 1, 2])
          await river.send(imeis[(minute + turn) % 3] ?? null, [recordAt(minute, { position })]);
      }
    };
    await say(0, 60);
    await river.ingestAll();
    await sql`delete from fix where record_hash % 3 = 0`.execute(database());
    await sql`update fix set flags = 129, hdop = 7 where record_hash % 3 = 1`.execute(database());

    await say(60, 90);
    const registering = river.register(imeis[2] ?? "");
    const [third] = await Promise.all([
      registering,
      river.ingestAll(7),
      replayIn(database(), { batchMessages: 11 }),
      replayIn(database(), { batchMessages: 4 }),
      replayIn(database(), { batchMessages: 9, dryRun: true }),
      river.ingestAll(5),
    ]);
    await river.ingestAll();
    expect(await countsOf(database())).toEqual({ read: 270, unchanged: 270 });
    for (const id of [first?.id, second?.id, third.id]) {
      const fixes = await river.fixesOf(id ?? 0);
      expect(fixes).toHaveLength(90);
      expect(fixes.filter(({ flags }) => flags.includes("spike"))).toHaveLength(9);
      expect((await river.trackerStore.find(id ?? 0))?.fixCount).toBe(90);
    }
  });

  it("sets aside what the store refuses with its fixes as they are, and goes on", async () => {
    const { id } = await river.register(IMEI);
    for (let minute = 0; minute < 20; minute++) await river.send(IMEI, [recordAt(minute)]);
    await river.ingestAll();
    await sql`update fix set hdop = 9`.execute(database());
    const refused = new Date(recordAt(3).time);
    const rule = sql.lit(refused.toISOString());
    await sql`alter table fix add constraint refused check (time <> ${rule}) not valid`.execute(
      database(),
    );
    try {
      expect(await countsOf(database())).toEqual({
        read: 20,
        changed: 19,
        noLongerDecoded: 1,
        changedFixes: 19,
        keptFixes: 1,
      });
    } finally {
      await sql`alter table fix drop constraint refused`.execute(database());
    }
    const hdops = (await river.fixesOf(id)).map(({ hdop }) => hdop?.toFixed(1));
    expect(hdops).toEqual(Array.from({ length: 20 }, (_, n) => (n === 3 ? "9.0" : "1.1")));
    const filter = { studies: "all", undecodable: true } as const;
    const problems = await river.rawMessageStore.list(filter, { after: undefined, limit: 10 });
    expect(problems).toMatchObject([
      { reason: expect.stringMatching(/^could not be recorded: .*refused/) },
    ]);
    expect(await countsOf(database())).toEqual({
      read: 20,
      unchanged: 19,
      nowDecoded: 1,
      changedFixes: 1,
    });
  });

  it("keeps to its scope", async () => {
    const other = "356307042441021";
    await river.register(IMEI);
    for (const minute of [0, 10, 20]) {
      await river.send(IMEI, [recordAt(minute)], later(minute));
      await river.send(other, [recordAt(minute)], later(minute));
    }
    await river.sendJson("buoy", { time: later(0), position: [4.3, 51.1] });
    await river.ingestAll();
    const read = async (scope: object) => {
      const { byProtocol } = await replayIn(database(), { scope });
      return Object.values(byProtocol).reduce((sum, { messages }) => sum + messages.read, 0);
    };
    expect(await read({})).toBe(7);
    expect(await read({ since: later(10) })).toBe(4);
    expect(await read({ until: later(10) })).toBe(3);
    expect(await read({ since: later(10), until: later(20) })).toBe(2);
    expect(await read({ protocol: "http" })).toBe(1);
    expect(await read({ uniqueId: other })).toBe(3);
    expect(await read({ studyId: river.studyId })).toBe(3);
    expect(await read({ studyId: river.studyId + 1 })).toBe(0);
  });
});
