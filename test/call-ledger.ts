import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { openPushLine, pushSpeeches, speeches, testImei } from "@zpr/simulator";
import { expect } from "vitest";
import { differences, FIRST_TIME, type LedgerServer, recorded, toRecord } from "./ledger.ts";
import { callLine, pushedLine, type TrackerLine } from "./tracker-lines.ts";

const RECORDS_A_REPORT = 5;
const REPORTS_A_CALL = 6;
/** What a killed taker held comes again after half a minute from some engines, and some are slow to empty. */
const PATIENT = { timeout: 240_000 };

interface Keeper {
  readonly protocol: string;
  readonly line: TrackerLine;
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
  /** Where services push, if they do: `url` is that of an API process of its own, which may be killed. */
  readonly pushes?: { readonly apiUrl: string; readonly url: string; readonly key: string };
  readonly eachKind: number;
  /** How long a tracker waits for an answer; 5 s when absent. */
  readonly timeoutMilliseconds?: number;
  /** How long a tracker rests between reports; not at all when absent. */
  readonly restMilliseconds?: number;
}

/** Registers so many trackers of each kind in a study of their own and lets them call. */
export async function keepCallLedgers(options: CallLedgerOptions): Promise<CallLedgers> {
  const { server, restMilliseconds: rest = 0 } = options;
  // Another one when the test is tried again.
  const name = `Call ledgers ${randomUUID()}`;
  const { id: studyId } = await server.call<{ id: number }>("POST", "/api/v1/studies", { name });
  async function register(protocol: string, uniqueId: string): Promise<number> {
    const tracker = { studyId, protocol, uniqueId };
    return (await server.call<{ id: number }>("POST", "/api/v1/trackers", tracker)).id;
  }
  const keepers = [
    ...(await callers(options, register, studyId)),
    ...(await pushed(options, register, studyId)),
  ];
  const stopping = new AbortController();
  const calling = Promise.all(keepers.map((keeper) => keepCalling(keeper, rest, stopping.signal)));
  return {
    acknowledged() {
      const sums: Record<string, number> = {};
      for (const { protocol, ledger } of keepers)
        sums[protocol] = (sums[protocol] ?? 0) + ledger.length;
      return sums;
    },
    async stop() {
      stopping.abort();
      await calling;
    },
    async compare() {
      const sums: Record<string, number> = {};
      const equal = new Set<Keeper>();
      // All trackers that differ are told at once: who they are says what was lost.
      const different = async () => {
        const found: Record<string, object> = {};
        for (const keeper of keepers.filter((one) => !equal.has(one))) {
          const { protocol, trackerId, ledger } = keeper;
          const times = await recorded(server, trackerId);
          const differs = differences(ledger, times);
          if (Object.values(differs).some((some) => some.length > 0))
            found[`${protocol} ${trackerId}`] = differs;
          else {
            equal.add(keeper);
            sums[protocol] = (sums[protocol] ?? 0) + times.length;
          }
        }
        return found;
      };
      await expect.poll(different, PATIENT).toEqual({});
      return sums;
    },
  };
}

type Register = (protocol: string, uniqueId: string) => Promise<number>;

/** Trackers that call gateways. */
async function callers(
  { portsOf, eachKind, timeoutMilliseconds = 5000 }: CallLedgerOptions,
  register: Register,
  studyId: number,
): Promise<readonly Keeper[]> {
  const keepers: Keeper[] = [];
  for (const speech of speeches.filter(({ isAnswered }) => isAnswered))
    for (let number = 0; number < eachKind; number++) {
      const { protocol } = speech;
      const uniqueId = testImei(`${protocol} of ${studyId}, ${number}`);
      const trackerId = await register(protocol, uniqueId);
      // The first of a kind that may sends datagrams.
      const transport = number === 0 && speech.transports.includes("udp") ? "udp" : "tcp";
      const ports = portsOf(protocol);
      const line = callLine(speech, { transport, uniqueId, ports, timeoutMilliseconds });
      keepers.push({ protocol, line, trackerId, ledger: [] });
    }
  return keepers;
}

/** Trackers whose messages services push. */
async function pushed(
  { pushes, eachKind }: CallLedgerOptions,
  register: Register,
  studyId: number,
): Promise<readonly Keeper[]> {
  const keepers: Keeper[] = [];
  if (!pushes) return keepers;
  const { apiUrl, url, key } = pushes;
  for (const speech of pushSpeeches) {
    const { protocol } = speech;
    const source = await openPushLine({ url: apiUrl, key }, speech, studyId);
    const door = { ...source, url: new URL(new URL(source.url).pathname, url).href };
    for (let number = 0; number < eachKind; number++) {
      const uniqueId = speech.uniqueIdOf(testImei(`${protocol} of ${studyId}, ${number}`));
      const trackerId = await register(protocol, uniqueId);
      keepers.push({ protocol, line: pushedLine(door, uniqueId), trackerId, ledger: [] });
    }
  }
  return keepers;
}

/** Reports again and again, hanging up now and then. */
async function keepCalling(
  { line, ledger }: Keeper,
  rest: number,
  stop: AbortSignal,
): Promise<void> {
  for (let report = 0; !stop.aborted; report++) {
    const times = Array.from(
      { length: RECORDS_A_REPORT },
      (_, index) => FIRST_TIME + (report * RECORDS_A_REPORT + index) * 1000,
    );
    await line.deliver(times.map(toRecord));
    ledger.push(...times);
    if (report % REPORTS_A_CALL === 0) line.hangUp();
    if (rest > 0) await pause(rest);
  }
  line.hangUp();
}
