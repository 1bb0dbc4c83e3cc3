import { openNatsCarrier } from "@zpr/platform";
import { hasNats, type NatsServer, natsServer } from "@zpr/platform/testing";
import type { DeliveredParcel, Delivery, FixLog, RawCarrier } from "@zpr/ports";
import { sql, useDatabase } from "@zpr/storage/testing";
import { describeRawLog } from "@zpr/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takerOf } from "./carried/testing.ts";
import { startIngest } from "./ingest.ts";
import { startIngestCarried, takeDelivery } from "./ingest-carried.ts";
import { inMinutes, openRiver, type River, recordAt, sentBy } from "./testing.ts";

const IMEI = "356938035643809";
const database = useDatabase();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe.skipIf(!hasNats)("through a real NATS", () => {
  let nats: NatsServer;
  let streams = 0;
  const opened: RawCarrier[] = [];

  beforeAll(async () => {
    nats = await natsServer();
    await nats.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((carrier) => carrier.close())));
  afterAll(() => nats.remove());

  async function openTwo(): Promise<readonly [RawCarrier, RawCarrier]> {
    const url = `${nats.url}/ingest-${++streams}`;
    const open = async () => {
      const carrier = await openNatsCarrier({ url, log });
      opened.push(carrier);
      return carrier;
    };
    return [await open(), await open()];
  }

  describeRawLog("NATS JetStream, by way of the database,", async () => {
    const writers = await openTwo();
    return { writers, takers: [takerOf(writers[0], database()), takerOf(writers[1], database())] };
  });

  it("loses and doubles nothing when deliveries are recorded, but not acknowledged", async () => {
    const river = await openRiver(database());
    const { id } = await river.register(IMEI);
    const [writer, reader] = await openTwo();
    const minutes = Array.from({ length: 300 }, (_, minute) => minute);
    await Promise.all(minutes.map((minute) => writer.append(sentBy(IMEI, [recordAt(minute)]))));
    let forgotten = 0;
    const forgetful: RawCarrier = {
      ...reader,
      async pull(limit) {
        const delivery = await reader.pull(limit);
        if (!delivery || forgotten === 3) return delivery;
        forgotten++;
        // As if the process was killed between its commit and its acknowledgement.
        return { ...delivery, done: delivery.giveBack };
      },
    };
    const worker = startIngestCarried({ ...river.ports, carrier: forgetful });
    await expect.poll(() => writer.waiting()).toBe(0);
    await worker.stop();
    expect(forgotten).toBe(3);
    expect(inMinutes(await river.fixesOf(id)).map(([minute]) => minute)).toEqual(minutes);
    const { rows } = await sql<{ messages: number; pending: number }>`
      select (select count(*) from raw_message) as messages,
        (select count(*) from raw_pending) as pending`.execute(database());
    expect(rows).toEqual([{ messages: 300, pending: 0 }]);
  });
});

describe("a delivery", () => {
  let river: River;
  let ids = 0;
  beforeEach(async () => {
    river = await openRiver(database());
  });

  const parcel = (minutes: readonly number[], deliveries = 1): DeliveredParcel => ({
    id: `0197a3c5-0000-7000-8000-${String(++ids).padStart(12, "0")}`,
    messages: minutes.map((minute) => sentBy(IMEI, [recordAt(minute)])),
    deliveries,
  });

  function delivery(...parcels: readonly DeliveredParcel[]) {
    const ends: ("done" | "given back")[] = [];
    const offered: Delivery = {
      parcels,
      done: async () => void ends.push("done"),
      giveBack: async () => void ends.push("given back"),
    };
    return { ends, offered };
  }

  /** Takes a delivery and says what `work` was given. */
  async function take(offered: Delivery, fixLog: FixLog = river.ports.fixLog) {
    return takeDelivery(offered, async (messages) => messages.length, { fixLog, log });
  }

  const pending = async () =>
    (await database().selectFrom("raw_pending").selectAll().execute()).length;

  it("enters once, however often and in whatever company it comes", async () => {
    const [first, second, third] = [parcel([0, 1]), parcel([2]), parcel([3])];
    expect(await take(delivery(first, second).offered)).toBe(3);
    expect(await take(delivery(second, first, third, third).offered)).toBe(1);
    expect(await take(delivery(third).offered)).toBeUndefined();
    expect(await pending()).toBe(0);
    const kept = await river.rawMessageStore.list(
      { studies: "all" },
      { after: undefined, limit: 9 },
    );
    expect(kept.map(({ bytes }) => bytes)).toEqual(
      [third, second, first].flatMap(({ messages }) =>
        messages.map(({ bytes }) => bytes).reverse(),
      ),
    );
  });

  it("enters once when two processes have it at one time", async () => {
    const parcels = Array.from({ length: 10 }, (_, minute) => parcel([minute]));
    const counts = await Promise.all(
      [parcels, parcels.toReversed(), parcels].map((some) => take(delivery(...some).offered)),
    );
    expect(counts.filter((count) => count !== undefined)).toEqual([10]);
  });

  it("waits in the raw log when it cannot be recorded at once, and is done", async () => {
    const { ends, offered } = delivery(parcel([0, 1]));
    const failing = takeDelivery(offered, () => Promise.reject(new TypeError("a bug")), {
      fixLog: river.ports.fixLog,
      log,
    });
    expect(await failing).toBeUndefined();
    expect([await pending(), ends]).toEqual([2, ["done"]]);
  });

  it("goes back when the database does not take it, and nothing is left of it", async () => {
    const { ends, offered } = delivery(parcel([0]));
    const gone = new Error("the database is away");
    const { fixLog } = river.ports;
    const away = {
      ...fixLog,
      enter: () => Promise.reject(gone),
      shelve: () => Promise.reject(gone),
    };
    await expect(take(offered, away)).rejects.toThrow(gone);
    expect([await pending(), ends]).toEqual([0, ["given back"]]);
    expect(await take(offered)).toBe(1);
  });

  it("that came too often is not tried again, but waits in the raw log", async () => {
    const { ends, offered } = delivery(parcel([0]), parcel([1], 6));
    expect(await take(offered)).toBeUndefined();
    expect([await pending(), ends]).toEqual([2, ["done"]]);
  });

  it("with a message the store refuses has the others recorded and that one set aside", async () => {
    const { id } = await river.register(IMEI);
    await sql`alter table fix alter column hdop set not null`.execute(database());
    try {
      const bad = sentBy(IMEI, [recordAt(5, { io: {} })]);
      const mixed = { ...parcel([0, 1, 2]), messages: [...parcel([0, 1, 2]).messages, bad] };
      const queue = [delivery(mixed, parcel([3])).offered];
      const carrier = carrierOf(queue);
      const workers = [startIngestCarried({ ...river.ports, carrier }), startIngest(river.ports)];
      await expect.poll(async () => inMinutes(await river.fixesOf(id)).length).toBe(4);
      await Promise.all(workers.map((worker) => worker.idle()));
      await Promise.all(workers.map((worker) => worker.stop()));
      const undecodable = { studies: "all", undecodable: true } as const;
      const problems = await river.rawMessageStore.list(undecodable, {
        after: undefined,
        limit: 9,
      });
      expect(problems.map(({ reason, bytes }) => [reason, bytes])).toEqual([
        [expect.stringMatching(/^could not be recorded: .*"hdop"/), bad.bytes],
      ]);
    } finally {
      await sql`alter table fix alter column hdop drop not null`.execute(database());
    }
  });

  it("is forgotten only long after any engine would bring it again", async () => {
    const [old, young] = [parcel([0]), parcel([1])];
    await take(delivery(old, young).offered);
    await sql`
      update raw_parcel set entered_at = now() - interval '31 days' where id = ${old.id}
    `.execute(database());
    await river.ports.fixLog.forgetParcels();
    const left = await database().selectFrom("raw_parcel").select("id").execute();
    expect(left).toEqual([{ id: young.id }]);
  });
});

/** An engine with nothing but these deliveries. */
function carrierOf(queue: Delivery[]): RawCarrier {
  return {
    append: () => Promise.reject(new Error("nothing more")),
    mostMessageBytes: 0,
    pull: async () => queue.shift(),
    waiting: async () => queue.length,
    oldestSeconds: async () => 0,
    ping: async () => undefined,
    close: async () => undefined,
  };
}
