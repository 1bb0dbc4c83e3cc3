import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { quickJsCodecRunner } from "@zpr/platform";
import type { CodecRunner } from "@zpr/ports";
import { postgresReplayLog } from "@zpr/storage";
import { sql, useDatabase } from "@zpr/storage/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRiver, RECEIVED_AT, type River } from "../testing.ts";
import { replay } from "./replay.ts";
import { countsOf, newestMessage } from "./testing.ts";

const DEV_EUI = "70B3D57ED005AA01";
const STRICT = `function decodeUplink({ bytes }) {
  if (bytes[1] > 50) return { errors: ["no such place"] };
  return { data: { longitude: bytes[0] / 10, latitude: bytes[1] } };
}`;
const BETTER = STRICT.replace("> 50", "> 90");

const database = useDatabase();
let river: River;
let trackerId: number;

beforeEach(async () => {
  river = await openRiver(database());
  trackerId = (await river.register(DEV_EUI, "ttn")).id;
});

afterEach(() => river.ports.codecRunner.close());

async function codec(source: string): Promise<number> {
  const made = await river.codecStore.create({
    studyId: river.studyId,
    name: "buoy",
    hash: createHash("sha256").update(source).digest("hex"),
    source,
    mapping: {},
    functions: ["decodeUplink"],
    createdBy: "test",
  });
  return made?.id ?? 0;
}

const uplink = (hex: string) =>
  river.rawLog.append({
    protocol: "ttn",
    uniqueId: DEV_EUI,
    transport: "http",
    context: null,
    receivedAt: RECEIVED_AT,
    bytes: Buffer.from(
      JSON.stringify({
        end_device_ids: { dev_eui: DEV_EUI },
        uplink_message: {
          received_at: RECEIVED_AT.toISOString(),
          f_port: 2,
          frm_payload: Buffer.from(hex, "hex").toString("base64"),
        },
      }),
    ),
  });

/** As when a batch of a replay has a codec and nobody has read again yet what the one before could not. */
const assign = (codecId: number) =>
  database()
    .updateTable("tracker")
    .set({ codec_id: codecId })
    .where("id", "=", trackerId)
    .execute();

/** All that a replay may write, and when it was written, as numbers of transactions. */
async function written() {
  const tables = ["fix", "tracker", "raw_problem", "raw_codec"] as const;
  const rows = tables.map(async (table) => {
    const { rows: found } = await sql<{ xmin: string }>`
      select xmin::text, * from ${sql.table(table)} order by 1`.execute(database());
    return [table, found];
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe("a replay of payloads", () => {
  it("reads them by the present codec of their tracker, keeps which, and then has nothing to do", async () => {
    const [strict, better] = [await codec(STRICT), await codec(BETTER)];
    await assign(strict);
    await uplink("2c33");
    await river.ingestAll();
    expect(await newestMessage(river)).toMatchObject({
      outcome: "undecodable",
      codec: { id: strict },
    });
    expect(await countsOf(database(), {}, "ttn")).toEqual({ read: 1, stillUndecodable: 1 });

    await assign(better);
    const before = await written();
    const foreseen = await countsOf(database(), { dryRun: true }, "ttn");
    expect(foreseen).toEqual({ read: 1, nowDecoded: 1, newFixes: 1 });
    expect(await written()).toEqual(before);

    expect(await countsOf(database(), {}, "ttn")).toEqual(foreseen);
    expect(await river.fixesOf(trackerId)).toMatchObject([{ position: [4.4, 51] }]);
    expect(await newestMessage(river)).toMatchObject({
      outcome: "decoded",
      reason: null,
      codec: { id: better },
    });

    const after = await written();
    expect(await countsOf(database(), {}, "ttn")).toEqual({ read: 1, unchanged: 1 });
    expect(await written()).toEqual(after);
  });

  it("takes fewer at a time while its codecs are slow, as others wait for each batch", async () => {
    await assign(await codec(BETTER));
    for (let frame = 0; frame < 20; frame++) await uplink("2c33");
    await river.ingestAll();
    const sandbox = quickJsCodecRunner();
    let calls = 0;
    const slowAtFirst: CodecRunner = {
      ...sandbox,
      async run(...asked) {
        if (calls++ === 0) await pause(1100);
        return sandbox.run(...asked);
      },
    };
    const log = postgresReplayLog(database());
    const limits: number[] = [];
    await replay(
      {
        codecRunner: slowAtFirst,
        replayLog: {
          ...log,
          take(step, work) {
            limits.push(step.limit);
            return log.take(step, work);
          },
        },
      },
      {
        scope: {},
        dryRun: true,
        show: 0,
        batchMessages: 16,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    ).finally(() => sandbox.close());
    expect(limits.slice(0, 3)).toEqual([16, 2, 16]);
    expect(calls).toBe(20);
  });
});
