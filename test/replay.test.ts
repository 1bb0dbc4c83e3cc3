import { spawn } from "node:child_process";
import { once } from "node:events";
import { encodePacket, speeches, type TrackerRecord } from "@zpr/simulator";
import { clusterAddress, connect, type Database, postgresRawLog } from "@zpr/storage";
import { sql } from "@zpr/storage/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run, useServer } from "./running-server.ts";
import { MAIN } from "./server-process.ts";

const server = useServer();
let database: Database;
let studyId: number;

beforeAll(async () => {
  database = connect(clusterAddress(server().folder));
  const study = { name: "Replayed", description: "", simulated: true };
  studyId = (await server().call<{ id: number }>("POST", "/api/v1/studies", study)).id;
});
afterAll(() => database.destroy());

interface Outcome {
  readonly dryRun: boolean;
  readonly finished: boolean;
  readonly byProtocol: Readonly<
    Record<
      string,
      {
        readonly messages: Readonly<Record<string, number>>;
        readonly fixes: Readonly<Record<string, number>>;
      }
    >
  >;
}

interface Fix {
  readonly time: string;
  readonly position: readonly [number, number] | null;
  readonly flags: readonly string[];
  readonly rawMessageId: number;
}

const settings = () => ({ ZPR_DATA_DIR: server().folder });

async function replay(...parameters: readonly string[]): Promise<Outcome> {
  return JSON.parse(await run(["replay", "--json", ...parameters], settings()));
}

function send(
  { protocol, uniqueId }: { readonly protocol: string; readonly uniqueId: string },
  bytes: Buffer,
): Promise<void> {
  const transport = "tcp" as const;
  const receivedAt = new Date();
  return postgresRawLog(database).append({
    protocol,
    uniqueId,
    transport,
    context: null,
    receivedAt,
    bytes,
  });
}

const NOON = Date.parse("2026-06-01T12:00:00Z");

function record(minutes: number): TrackerRecord {
  return {
    time: NOON + minutes * 60_000,
    position: [Math.round(4.31e7 + 1000 * minutes) / 1e7, 51.11],
    altitudeMetres: 2,
    headingDegrees: 80,
    satellites: 9,
    speedKilometresPerHour: 1,
    io: { hdopTenths: 11, batteryMillivolts: 3900 },
  };
}

async function register(protocol: string, uniqueId: string): Promise<number> {
  const { id } = await server().call<{ id: number }>("POST", "/api/v1/trackers", {
    studyId,
    protocol,
    uniqueId,
  });
  return id;
}

const fixesOf = (trackerId: number) =>
  server().call<Fix[]>("GET", `/api/v1/fixes?trackerId=${trackerId}&limit=1000`);

const ingested = () =>
  expect
    .poll(() => database.selectFrom("raw_pending").selectAll().execute(), { timeout: 60_000 })
    .toEqual([]);

test("what nobody could read, of a tracker nobody knew, is on the map once both are mended", async () => {
  const uniqueId = "356307042441039";
  const speech = speeches.find(({ protocol }) => protocol === "iridium");
  let number = 0;
  const frames = [0, 10, 20, 30].flatMap(
    (minute) => speech?.report([record(minute)], { uniqueId, nextNumber: () => ++number }) ?? [],
  );
  const [cut = Buffer.alloc(0), ...whole] = frames;
  await send({ protocol: "iridium", uniqueId }, cut.subarray(0, cut.length - 5));
  for (const frame of whole) await send({ protocol: "iridium", uniqueId }, frame);
  await ingested();
  expect((await replay("--tracker", uniqueId)).byProtocol).toMatchObject({
    iridium: { messages: { read: 4, stillUndecodable: 1, unknownTracker: 3 } },
  });

  const id = await register("iridium", uniqueId);
  await ingested();
  expect((await fixesOf(id)).map(({ flags }) => flags.includes("network"))).toEqual([
    true,
    true,
    true,
  ]);

  // As if a better decoder could read it: to that one, the whole frame had come.
  await sql`update raw_message set bytes = ${cut} where unique_id = ${uniqueId} and bytes = ${cut.subarray(0, cut.length - 5)}`.execute(
    database,
  );
  await server().call("PATCH", `/api/v1/trackers/${id}`, {
    settings: {
      payloadLayout: "meitrack-t622",
      payloadFields: ["01", "02", "03", "04", "05", "06", "08", "09", "0A", "19"],
    },
  });
  const before = await fixesOf(id);
  const foreseen = await replay("--dry-run", "--study", String(studyId));
  expect(foreseen).toMatchObject({
    dryRun: true,
    finished: true,
    byProtocol: {
      iridium: {
        messages: { read: 4, changed: 3, nowDecoded: 1 },
        fixes: { new: 1, changed: 3, gone: 0 },
      },
    },
  });
  expect(await fixesOf(id)).toEqual(before);

  const shown = await run(["replay", "--tracker", uniqueId, "--show", "1"], settings());
  expect(shown).toMatch(/message \d+, iridium 356307042441039: now decoded; before: /);
  expect(shown).toMatch(/changed; .*quality "network" → "valid"/);
  expect(shown).toMatch(/done$/);
  expect(
    (await fixesOf(id)).map(({ position, flags }) => [position, flags.includes("network")]),
  ).toEqual([0, 10, 20, 30].map((minute) => [record(minute).position, false]));
  expect((await replay("--study", String(studyId))).byProtocol).toMatchObject({
    iridium: { messages: { read: 4, unchanged: 4 } },
  });
});

test("killed in the middle while the tracker goes on sending, and run again, it comes to the same end", async () => {
  const uniqueId = "356307042441047";
  const sender = { protocol: "teltonika", uniqueId };
  const id = await register("teltonika", uniqueId);
  const messages = 6000;
  await Promise.all(
    Array.from({ length: messages }, (_, n) => send(sender, encodePacket("8E", [record(n)]))),
  );
  await ingested();
  const rows = async (before = messages) => {
    const found = await sql<object>`
      select time, record_hash, raw_message_id, longitude, flags, hdop from fix
      where tracker_id = ${id} and time < ${new Date(NOON + before * 60_000)} order by time`.execute(
      database,
    );
    return found.rows;
  };
  const whole = await rows();
  expect(whole).toHaveLength(messages);
  await sql`update fix set hdop = 9, flags = 64 where tracker_id = ${id}`.execute(database);
  await sql`delete from fix where tracker_id = ${id} and record_hash % 3 = 0`.execute(database);

  const child = spawn(process.execPath, [MAIN, "replay", "--tracker", uniqueId], {
    env: { ...process.env, ...settings() },
    stdio: "ignore",
  });
  const mended = async () => {
    const { rows: counts } = await sql<{ count: number }>`
      select count(*) as count from fix where tracker_id = ${id} and flags & 64 = 0`.execute(
      database,
    );
    return counts[0]?.count ?? 0;
  };
  // A process of its own takes its time to begin where many others want to.
  await expect.poll(mended, { interval: 5, timeout: 90_000 }).toBeGreaterThan(0);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await mended()).toBeLessThan(messages);

  const sending = (async () => {
    for (let n = messages; n < messages + 200; n++)
      await send(sender, encodePacket("8E", [record(n)]));
  })();
  const rest = await replay("--tracker", uniqueId);
  await sending;
  await ingested();
  expect(rest.byProtocol["teltonika"]?.fixes["new"]).toBeGreaterThan(0);
  expect(await rows()).toEqual(whole);
  expect(await rows(messages + 200)).toHaveLength(messages + 200);
  const again = await replay("--tracker", uniqueId);
  expect(again.byProtocol["teltonika"]).toMatchObject({
    messages: { read: messages + 200, unchanged: messages + 200 },
  });
  expect(await server().call("GET", `/api/v1/trackers/${id}`)).toMatchObject({
    fixCount: messages + 200,
    lastFix: { time: new Date(record(messages + 199).time).toISOString() },
  });
});

test("options that mean nothing are told as such", async () => {
  const refusal = async (...parameters: readonly string[]) =>
    run(["replay", ...parameters], settings()).then(
      () => undefined,
      ({ code, stderr }: { code: number; stderr: string }) => [code, stderr.trim()],
    );
  expect(await refusal("--tracker", "nobody")).toEqual([2, "zpr: no message of nobody is kept"]);
  expect(await refusal("--study", "77")).toEqual([2, "zpr: there is no study 77"]);
  expect(await refusal("--protocol", "morse")).toEqual([
    2,
    expect.stringContaining("there is no protocol morse; there are teltonika"),
  ]);
  expect(await refusal("--since", "yesterday")).toEqual([
    2,
    expect.stringContaining('"yesterday" is no instant'),
  ]);
});
