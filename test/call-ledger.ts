import { setTimeout as pause } from "node:timers/promises";
import {
  callServer,
  type Speech,
  speakerNamed,
  speeches,
  type TrackerCall,
  testImei,
} from "@zpr/simulator";
import { expect } from "vitest";
import { differences, FIRST_TIME, type LedgerServer, recorded, toRecord } from "./ledger.ts";

const RECORDS_A_REPORT = 5;
const REPORTS_A_CALL = 6;
const PATIENT = { timeout: 60_000 };

interface Keeper {
  readonly speech: Speech;
  readonly uniqueId: string;
  readonly trackerId: number;
  /** Times of the records it was told are kept, in milliseconds since 1970. */
  readonly ledger: number[];
}

/** Trackers of every kind that is answered, calling one gateway or another without a pause, with a ledger each. */
export interface CallLedgers {
  /** Records each kind was told are kept. */
  acknowledged(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
  /** Waits until the server has every record of the ledgers, and each once. */
  compare(): Promise<void>;
}

export interface CallLedgerOptions {
  readonly server: LedgerServer;
  /** Ports of the gateways that a kind of tracker may call. */
  readonly portsOf: (protocol: string) => readonly number[];
  readonly eachKind: number;
  /** How long a tracker waits for an answer; 5 s when absent. */
  readonly timeoutMilliseconds?: number;
}

/** Registers so many trackers of each kind in a study of their own and lets them call. */
export async function keepCallLedgers(options: CallLedgerOptions): Promise<CallLedgers> {
  const { server, eachKind } = options;
  const { id: studyId } = await server.call<{ id: number }>("POST", "/api/v1/studies", {
    name: "Call ledgers",
  });
  const keepers: Keeper[] = [];
  for (const speech of speeches.filter(({ isAnswered }) => isAnswered))
    for (let number = 0; number < eachKind; number++) {
      const { protocol } = speech;
      const uniqueId = testImei(`${protocol} ledger ${number}`);
      const tracker = { studyId, protocol, uniqueId };
      const { id: trackerId } = await server.call<{ id: number }>(
        "POST",
        "/api/v1/trackers",
        tracker,
      );
      keepers.push({ speech, uniqueId, trackerId, ledger: [] });
    }
  const stopping = new AbortController();
  const calling = Promise.all(
    keepers.map((keeper) => keepCalling(keeper, options, stopping.signal)),
  );
  return {
    acknowledged() {
      const sums: Record<string, number> = {};
      for (const { speech, ledger } of keepers)
        sums[speech.protocol] = (sums[speech.protocol] ?? 0) + ledger.length;
      return sums;
    },
    async stop() {
      stopping.abort();
      await calling;
    },
    async compare() {
      for (const { trackerId, ledger } of keepers)
        await expect
          .poll(async () => differences(ledger, await recorded(server, trackerId)), PATIENT)
          .toEqual({ missing: [], twice: [], neverAcknowledged: [] });
    },
  };
}

/** What was sent and not answered is sent again, the same bytes, until a gateway takes it. */
async function keepCalling(
  { speech, uniqueId, ledger }: Keeper,
  { portsOf, timeoutMilliseconds = 5000 }: CallLedgerOptions,
  stop: AbortSignal,
): Promise<void> {
  const speaker = speakerNamed(uniqueId);
  const ports = portsOf(speech.protocol);
  let call: TrackerCall | undefined;
  for (let report = 0; !stop.aborted; report++) {
    const times = Array.from(
      { length: RECORDS_A_REPORT },
      (_, index) => FIRST_TIME + (report * RECORDS_A_REPORT + index) * 1000,
    );
    const messages = speech.report(times.map(toRecord), speaker);
    for (let isTaken = false; !isTaken; ) {
      const port = ports[Math.floor(Math.random() * ports.length)] ?? 0;
      try {
        call ??= await callServer(
          { host: "127.0.0.1", port },
          { speech, speaker, timeoutMilliseconds },
        );
        await call.deliver(messages);
        isTaken = true;
      } catch {
        call?.close();
        call = undefined;
        await pause(50);
      }
    }
    ledger.push(...times);
    if (report % REPORTS_A_CALL === 0) {
      call?.close();
      call = undefined;
    }
  }
  call?.close();
}
