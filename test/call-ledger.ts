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
/** How often a tracker loses its network in the middle of a message. */
const BREAKS_OFF = 0.05;
const NOTHING = Buffer.alloc(0);
const PATIENT = { timeout: 60_000 };

interface Keeper {
  readonly speech: Speech;
  readonly transport: "tcp" | "udp";
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
  /** Waits until the server has every record of the ledgers, and each once; gives how many of each kind it has. */
  compare(): Promise<Readonly<Record<string, number>>>;
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
      // The first of a kind that may sends datagrams.
      const transport = number === 0 && speech.transports.includes("udp") ? "udp" : "tcp";
      keepers.push({ speech, transport, uniqueId, trackerId, ledger: [] });
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
      const sums: Record<string, number> = {};
      for (const { speech, trackerId, ledger } of keepers) {
        let times: readonly number[] = [];
        await expect
          .poll(async () => {
            times = await recorded(server, trackerId);
            return differences(ledger, times);
          }, PATIENT)
          .toEqual({ missing: [], twice: [], neverAcknowledged: [] });
        sums[speech.protocol] = (sums[speech.protocol] ?? 0) + times.length;
      }
      return sums;
    },
  };
}

/** Reports without a pause, hanging up now and then. */
async function keepCalling(
  keeper: Keeper,
  options: CallLedgerOptions,
  stop: AbortSignal,
): Promise<void> {
  const line = lineOf(keeper, options);
  const { speech, ledger } = keeper;
  for (let report = 0; !stop.aborted; report++) {
    const times = Array.from(
      { length: RECORDS_A_REPORT },
      (_, index) => FIRST_TIME + (report * RECORDS_A_REPORT + index) * 1000,
    );
    await line.deliver(speech.report(times.map(toRecord), line.speaker));
    ledger.push(...times);
    if (report % REPORTS_A_CALL === 0) line.hangUp();
  }
  line.hangUp();
}

/** A tracker's line to one gateway or another: what is not answered is sent again, the same bytes, until it is taken. */
function lineOf(
  { speech, transport, uniqueId }: Keeper,
  { portsOf, timeoutMilliseconds = 5000 }: CallLedgerOptions,
) {
  const speaker = speakerNamed(uniqueId);
  const ports = portsOf(speech.protocol);
  let call: TrackerCall | undefined;

  async function attempt(messages: readonly Buffer[]): Promise<boolean> {
    const port = ports[Math.floor(Math.random() * ports.length)] ?? 0;
    try {
      call ??= await callServer(
        { host: "127.0.0.1", port },
        { speech, speaker, transport, timeoutMilliseconds },
      );
      if (Math.random() < BREAKS_OFF) call.breakOff(messages[0] ?? NOTHING);
      await call.deliver(messages);
      return true;
    } catch {
      hangUp();
      return false;
    }
  }

  function hangUp(): void {
    call?.close();
    call = undefined;
  }

  return {
    speaker,
    hangUp,
    async deliver(messages: readonly Buffer[]) {
      while (!(await attempt(messages))) await pause(50);
    },
  };
}
