import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CodecRunner } from "@zpr/ports";
import { useDatabase } from "@zpr/storage/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ingest, startIngest } from "./ingest.ts";
import { openRiver, type River } from "./testing.ts";

const DEV_EUI = "70B3D57ED005AA01";
const OTHER_EUI = "70B3D57ED005AA02";
const HOUR = Date.parse("2020-07-07T10:00:00Z");
/** Answers with a place in tenths of degrees, two bytes of it, and a time of its own when there are four more. */
const GOOD = `function decodeUplink({ bytes: [east, north, ...time] }) {
  if (north > 120) return { errors: ["no such place"] };
  const seconds = time.length === 4 ? time.reduce((sum, byte) => sum * 256 + byte) : undefined;
  return { data: { x: east / 10, y: north, seconds, latitude: 1, longitude: 1 } };
}`;
const MAPPING = { longitude: { path: "x" }, latitude: { path: "y" }, fixTime: { path: "seconds" } };
const ENDLESS = "function decodeUplink() { for (;;); }";

const database = useDatabase();
let river: River;
let frames: number;

beforeEach(async () => {
  river = await openRiver(database());
  frames = 0;
});

afterEach(() => river.ports.codecRunner.close());

async function register(uniqueId = DEV_EUI): Promise<number> {
  const { studyId, trackerStore } = river;
  const named = { studyId, protocol: "ttn", uniqueId, name: uniqueId };
  const tracker = await trackerStore.register({ ...named, model: null, intervalSeconds: null });
  return tracker?.id ?? 0;
}

async function codec(source: string, mapping = MAPPING): Promise<number> {
  const made = await river.codecStore.create({
    studyId: river.studyId,
    name: "buoy",
    hash: createHash("sha256").update(source).digest("hex"),
    source,
    mapping,
    functions: ["decodeUplink"],
    createdBy: "test",
  });
  return made?.id ?? 0;
}

/** Sends an uplink which the network's own codec took to be at 50 north. */
const uplink = (hex: string, uniqueId = DEV_EUI) =>
  river.rawLog.append({
    protocol: "ttn",
    uniqueId,
    transport: "http",
    context: null,
    receivedAt: new Date(HOUR + 1000),
    bytes: Buffer.from(
      JSON.stringify({
        end_device_ids: { dev_eui: uniqueId },
        uplink_message: {
          received_at: new Date(HOUR + 60_000 * frames++).toISOString(),
          f_port: 2,
          frm_payload: Buffer.from(hex, "hex").toString("base64"),
          decoded_payload: { latitude: 50, longitude: 4 },
        },
      }),
    ),
  });

const messages = () =>
  river.rawMessageStore.list({ studies: "all" }, { after: undefined, limit: 1000 });

describe("a tracker's codec", () => {
  it("reads its payloads in place of the network's, by its mapping, and is kept with the message", async () => {
    const id = await register();
    await uplink("2c33");
    await river.ingestAll();
    expect((await messages())[0]).toMatchObject({ outcome: "decoded", codec: null });

    const codecId = await codec(GOOD);
    await river.trackerStore.change(id, { codecId });
    await uplink("2c33");
    await uplink("2c345f044b00");
    await river.ingestAll();
    const [first, untimed, timed] = await river.fixesOf(id);
    expect(first).toMatchObject({ position: [4, 50] });
    expect(untimed).toMatchObject({
      time: new Date(HOUR + 60_000),
      position: [4.4, 51],
      attributes: { timeOfReceipt: true },
    });
    expect(timed).toMatchObject({ time: new Date(0x5f044b00 * 1000), position: [4.4, 52] });
    expect(timed?.attributes).not.toHaveProperty("timeOfReceipt");
    const pinned = (await messages()).map(({ codec: one }) => one?.id);
    expect(pinned).toEqual([codecId, codecId, undefined]);
  });

  it("that fails leaves the message undecodable with the reason, for another to read", async () => {
    const id = await register();
    const codecId = await codec(GOOD);
    await river.trackerStore.change(id, { codecId });
    await uplink("2cff");
    await uplink("2c33");
    await river.ingestAll();
    expect(await messages()).toMatchObject([
      { outcome: "decoded" },
      {
        outcome: "undecodable",
        reason: "codec: the codec says: no such place",
        codec: { id: codecId, name: "buoy" },
      },
    ]);
    expect(await river.fixesOf(id)).toHaveLength(1);

    const better = await codec(GOOD.replace("> 120", "> 300").replace("y: north", "y: 53"));
    await river.trackerStore.change(id, { codecId: better });
    await river.ingestAll();
    expect((await messages()).map((one) => [one.outcome, one.codec?.id])).toEqual([
      ["decoded", codecId],
      ["decoded", better],
    ]);
    expect(await river.fixesOf(id)).toHaveLength(2);

    await river.trackerStore.change(id, { codecId: null });
    await river.ports.fixLog.setAside({ rawMessageId: 1, reason: "of no importance" });
    await river.trackerStore.change(id, { codecId: null });
    await river.ingestAll();
    expect(await river.rawMessageStore.find(1, "all")).toMatchObject({
      outcome: "decoded",
      codec: null,
    });
  });

  it("that is assigned while another fails reads what that one could not", async () => {
    const id = await register();
    await river.trackerStore.change(id, { codecId: await codec(GOOD) });
    const better = await codec(GOOD.replace("> 120", "> 300").replace("y: north", "y: 53"));
    await uplink("2cff");
    const { codecRunner } = river.ports;
    let assigned: Promise<unknown> | undefined;
    await ingest(
      {
        ...river.ports,
        codecRunner: {
          ...codecRunner,
          async run(...asked) {
            assigned ??= river.trackerStore.change(id, { codecId: better });
            // Time enough to be done with, unless it waits for this batch.
            await Promise.race([assigned, pause(500)]);
            return codecRunner.run(...asked);
          },
        },
      },
      500,
    );
    await assigned;
    await river.ingestAll();
    expect(await messages()).toMatchObject([{ outcome: "decoded", codec: { id: better } }]);
  });

  it("that has much to read, and slowly, keeps what comes in behind it waiting for seconds only", async () => {
    const [id, other] = [await register(), await register(OTHER_EUI)];
    const many = 600;
    for (let frame = 0; frame < many; frame++) await uplink("2c33");
    await uplink("2c33", OTHER_EUI);
    await river.trackerStore.change(id, { codecId: await codec(GOOD) });
    const { codecRunner } = river.ports;
    const slowly: CodecRunner = {
      ...codecRunner,
      async run(...asked) {
        await pause(20);
        return codecRunner.run(...asked);
      },
    };
    const worker = startIngest({ ...river.ports, codecRunner: slowly });
    await expect
      .poll(() => river.fixesOf(other), { timeout: 10_000, interval: 50 })
      .toHaveLength(1);
    await worker.stop();
    const read = (await river.fixesOf(id)).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many / 2);
    expect((await messages()).filter(({ outcome }) => outcome === "pending")).toHaveLength(
      many - read,
    );
    await river.ingestAll();
    expect(await river.fixesOf(id)).toHaveLength(many);
  });

  it("that never ends holds up nobody for long", async () => {
    const [id, other] = [await register(), await register(OTHER_EUI)];
    await river.trackerStore.change(id, { codecId: await codec(ENDLESS) });
    await river.trackerStore.change(other, { codecId: await codec(GOOD) });
    for (let frame = 0; frame < 100; frame++) await uplink("2c33");
    await uplink("2c33", OTHER_EUI);
    await river.ingestAll();
    expect(await river.fixesOf(other)).toHaveLength(1);
    const reasons = Map.groupBy(await messages(), ({ reason }) => reason);
    // Three times 50 ms of processor time in place of a hundred times.
    expect(reasons.get("codec: the codec ran for longer than 50 ms")).toHaveLength(3);
    expect([...reasons.keys()]).toContainEqual(expect.stringContaining("rests for a minute"));
  });
});
