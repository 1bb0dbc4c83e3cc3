import { setTimeout as pause } from "node:timers/promises";
import type { Imei } from "@zpr/model";
import { TrackerLink, testImei } from "@zpr/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caller, type RunningServer, run } from "./running-server.ts";
import { type ServerProcess, serverProcess } from "./server-process.ts";

const KILLS = 20;
const SENDERS = 20;
const RECORDS_A_PACKET = 5;
const FIRST_TIME = Date.parse("2026-06-01T00:00:00Z");

let server: ServerProcess;
let call: RunningServer["call"];

beforeAll(async () => {
  server = await serverProcess();
  const key = await run(["user", "key", "ledger", "--admin"], server.environment);
  call = caller(server.url, key);
  await server.start();
});
afterAll(() => server.remove());

/** A tracker that writes down every record it was told is kept, and sends the others again. */
interface Sender {
  readonly imei: Imei;
  readonly trackerId: number;
  readonly ledger: number[];
}

async function register(studyId: number, number: number): Promise<Sender> {
  const imei = testImei(`ledger ${number}`);
  const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", {
    studyId,
    protocol: "teltonika",
    uniqueId: imei,
  });
  return { imei, trackerId: id, ledger: [] };
}

async function send({ imei, ledger }: Sender, stop: AbortSignal): Promise<void> {
  const gateway = { host: "127.0.0.1", port: server.teltonikaPort };
  const link = new TrackerLink(gateway, imei, { attempts: 60, timeoutMilliseconds: 5000 });
  for (let next = 0; !stop.aborted; next += RECORDS_A_PACKET) {
    const times = Array.from(
      { length: RECORDS_A_PACKET },
      (_, index) => FIRST_TIME + (next + index) * 1000,
    );
    await link.send(times.map(toRecord));
    ledger.push(...times);
  }
  link.close();
}

function toRecord(time: number) {
  const hours = (time - FIRST_TIME) / 3_600_000;
  return {
    time,
    position: [4.3 + hours / 100, 51.2] as const,
    altitudeMetres: 1,
    headingDegrees: 90,
    satellites: 8,
    speedKilometresPerHour: 1,
    io: { batteryMillivolts: 3900 },
  };
}

/** Times of a tracker's fixes as they are recorded, all pages of them. */
async function recorded(trackerId: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let from = ""; ; ) {
    const page = await call<{ time: string }[]>(
      "GET",
      `/api/v1/fixes?trackerId=${trackerId}&limit=1000${from}`,
    );
    times.push(...page.map((fix) => Date.parse(fix.time)));
    const last = page.at(-1);
    if (!last || page.length < 1000) return times;
    // Times are whole seconds and each is there once, so the next page begins a second later.
    from = `&from=${new Date(Date.parse(last.time) + 1000).toISOString()}`;
  }
}

test(`${KILLS} kills under a stream of frames lose no acknowledged record and double none`, async () => {
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Ledger" });
  const senders: Sender[] = [];
  for (let number = 0; number < SENDERS; number++) senders.push(await register(studyId, number));
  const stop = new AbortController();
  const sending = Promise.all(senders.map((sender) => send(sender, stop.signal)));

  for (let kill = 0; kill < KILLS; kill++) {
    await pause(150 + Math.random() * 700);
    await server.stop("SIGKILL");
    await server.start();
  }
  stop.abort();
  await sending;

  const acknowledged = senders.reduce((sum, { ledger }) => sum + ledger.length, 0);
  expect(acknowledged).toBeGreaterThan(SENDERS * KILLS);
  for (const { trackerId, ledger } of senders) {
    // What was acknowledged last may still be in the log.
    await expect.poll(() => recorded(trackerId), { timeout: 30_000 }).toEqual(ledger);
  }
});
