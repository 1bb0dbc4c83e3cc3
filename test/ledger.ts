import { randomUUID } from "node:crypto";
import type { Imei } from "@zpr/model";
import { TrackerLink, testImei } from "@zpr/simulator";
import { expect } from "vitest";
import type { RunningServer } from "./running-server.ts";

const RECORDS_A_PACKET = 5;
const PAGE = 1000;
/** What a killed taker held comes again after half a minute from some engines, and some are slow to empty. */
const PATIENT = { timeout: 240_000 };
/** The first record of any ledger. */
export const FIRST_TIME = Date.parse("2026-06-01T00:00:00Z");

/** Trackers that send without a pause and write down which records they were told are kept. */
export interface LedgerKeepers {
  /** How many records they were told are kept. */
  acknowledged(): number;
  /** Resolves when each has delivered the packet it has in hand. */
  stop(): Promise<void>;
  /** Waits until the server has every record of the ledgers, and each once. */
  compare(): Promise<void>;
  /** As `compare`, with a server that has the same trackers. */
  compareWith(other: LedgerServer): Promise<void>;
}

/** The server whose records are compared with the ledgers; it may come and go. */
export type LedgerServer = Pick<RunningServer, "call">;

interface Keeper {
  readonly imei: Imei;
  readonly trackerId: number;
  /** Times of the records, in milliseconds since 1970. */
  readonly ledger: number[];
}

/** Registers so many trackers in a study of their own, whose name begins so, and lets them send. */
export async function keepLedgers(
  server: LedgerServer & { readonly teltonikaPort: number },
  study: string,
  count: number,
): Promise<LedgerKeepers> {
  // Another one when the test is tried again.
  const name = `${study} ${randomUUID()}`;
  const { id: studyId } = await server.call<{ id: number }>("POST", "/api/v1/studies", { name });
  const keepers: Keeper[] = [];
  for (let number = 0; number < count; number++) {
    const imei = testImei(`${name} ${number}`);
    const tracker = { studyId, protocol: "teltonika", uniqueId: imei };
    const { id } = await server.call<{ id: number }>("POST", "/api/v1/trackers", tracker);
    keepers.push({ imei, trackerId: id, ledger: [] });
  }
  const stopping = new AbortController();
  const sending = Promise.all(
    keepers.map((keeper) => send(keeper, server.teltonikaPort, stopping.signal)),
  );
  async function compareWith(other: LedgerServer): Promise<void> {
    // What was acknowledged last may still be on its way from the raw log.
    for (const { trackerId, ledger } of keepers)
      await expect
        .poll(async () => differences(ledger, await recorded(other, trackerId)), PATIENT)
        .toEqual({ missing: [], twice: [], neverAcknowledged: [] });
  }
  return {
    acknowledged: () => keepers.reduce((sum, { ledger }) => sum + ledger.length, 0),
    async stop() {
      stopping.abort();
      await sending;
    },
    compare: () => compareWith(server),
    compareWith,
  };
}

async function send({ imei, ledger }: Keeper, port: number, stop: AbortSignal): Promise<void> {
  const link = new TrackerLink({ host: "127.0.0.1", port }, imei, {
    attempts: 60,
    timeoutMilliseconds: 5000,
  });
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

/** A good record of a time, in milliseconds since 1970. */
export function toRecord(time: number) {
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

/** What is recorded otherwise than acknowledged. */
export function differences(
  ledger: readonly number[],
  recorded: readonly number[],
): Readonly<Record<string, readonly number[]>> {
  const [kept, acknowledged] = [new Set(recorded), new Set(ledger)];
  return {
    missing: ledger.filter((time) => !kept.has(time)),
    twice: recorded.filter((time, index) => time === recorded[index - 1]),
    neverAcknowledged: recorded.filter((time) => !acknowledged.has(time)),
  };
}

/** Times of a tracker's fixes, all pages of them. */
export async function recorded(
  { call }: LedgerServer,
  trackerId: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let from = ""; ; ) {
    const path = `/api/v1/fixes?trackerId=${trackerId}&limit=${PAGE}${from}`;
    const page = await call<{ time: string }[]>("GET", path);
    // A page begins with the last fix of the one before, so that one recorded twice would show.
    times.push(...page.slice(from ? 1 : 0).map((fix) => Date.parse(fix.time)));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return times;
    from = `&from=${last.time}`;
  }
}
