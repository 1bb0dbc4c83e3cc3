import { setTimeout as pause } from "node:timers/promises";
import { callServer, speakerNamed, speeches, type TrackerCall, testImei } from "@zpr/simulator";
import { expect } from "vitest";
import { FIRST_TIME, toRecord } from "../ledger.ts";
import type { RunningServer } from "../own-server.ts";
import { patiently } from "./patient.ts";

/** Kinds whose instructions can be told apart by their words. */
const KINDS: Readonly<Record<string, (number: number) => string>> = {
  teltonika: (number) => `setparam 2001:${number}`,
  gt06: (number) => `TIMER,${number}#`,
  meitrack: (number) => `A12,${number}`,
};
const EACH_KIND = 2;
const REPORTS_A_CALL = 20;
const REPORT_EVERY_MILLISECONDS = 250;
const QUEUE_EVERY_MILLISECONDS = 1_000;
const ANSWER_MILLISECONDS = 10_000;
const MOST_ATTEMPTS = 100;
const PATIENT = { timeout: 180_000, interval: 1_000 };

interface Command {
  readonly text: string;
  readonly status: string;
  readonly attempts: number;
}

interface Obedient {
  readonly id: number;
  readonly uniqueId: string;
  readonly protocol: string;
  /** What the API said it took. */
  readonly asked: string[];
  /** What it was told to do, each time it was. */
  readonly heard: string[];
}

/** Researchers who instruct trackers all the time, and trackers that obey, with what each of them knows. */
export interface Instructions {
  stop(): Promise<void>;
  /** Waits until each instruction has come to its end; fails when one is lost, doubled or changed. */
  compare(): Promise<Readonly<Record<string, object>>>;
}

export interface InstructionsOptions {
  readonly url: string;
  readonly key: string;
  readonly call: RunningServer["call"];
  readonly portsOf: (protocol: string) => readonly number[];
  readonly refusals: string[];
}

export async function keepInstructing(options: InstructionsOptions): Promise<Instructions> {
  const { url, key, call, refusals } = options;
  const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", { name: "Told" });
  const trackers: Obedient[] = [];
  for (const protocol of Object.keys(KINDS))
    for (let number = 0; number < EACH_KIND; number++) {
      const uniqueId = testImei(`${protocol} told ${number}`);
      const tracker = { studyId, protocol, uniqueId };
      const { id } = await call<{ id: number }>("POST", "/api/v1/trackers", tracker);
      trackers.push({ id, uniqueId, protocol, asked: [], heard: [] });
    }
  const asking = new AbortController();
  const obeying = new AbortController();
  const asked = Promise.all(trackers.map(keepAsking));
  const obeyed = Promise.all(trackers.map((tracker) => obey(tracker, options, obeying.signal)));

  async function keepAsking({ id, protocol, asked: taken }: Obedient): Promise<void> {
    for (let number = 1; !asking.signal.aborted; number++) {
      const text = KINDS[protocol]?.(number) ?? "";
      const body = { trackerIds: [id], text, requestId: text, maxAttempts: MOST_ATTEMPTS };
      await patiently(
        `${url}/api/v1/commands`,
        {
          method: "POST",
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          body: JSON.stringify(body),
        },
        refusals,
      );
      taken.push(text);
      await pause(QUEUE_EVERY_MILLISECONDS);
    }
  }

  const commandsOf = ({ id }: Obedient) =>
    call<Command[]>("GET", `/api/v1/commands?trackerId=${id}&limit=1000`);

  return {
    async stop() {
      asking.abort();
      await asked;
    },
    async compare() {
      const sums: Record<string, object> = {};
      for (const tracker of trackers) {
        const { protocol, asked: taken, heard } = tracker;
        const open = async () =>
          (await commandsOf(tracker)).filter(({ status }) => status !== "acknowledged");
        await expect.poll(open, PATIENT).toEqual([]);
        const commands = await commandsOf(tracker);
        expect(commands.map(({ text }) => text).sort()).toEqual([...taken].sort());
        const times = (text: string) => heard.filter((one) => one === text).length;
        for (const { text, attempts } of commands) {
          expect([text, times(text) >= 1]).toEqual([text, true]);
          expect([text, times(text) <= attempts]).toEqual([text, true]);
        }
        expect(heard.filter((text) => !taken.includes(text))).toEqual([]);
        sums[`${protocol} ${tracker.uniqueId}`] = {
          taken: taken.length,
          acknowledged: commands.length,
          "said more than once": commands.filter(({ text }) => times(text) > 1).length,
        };
      }
      obeying.abort();
      await obeyed;
      return sums;
    },
  };
}

/** Reports by one gateway or another, and does what it is told. */
async function obey(
  { uniqueId, protocol, heard }: Obedient,
  { portsOf }: InstructionsOptions,
  stop: AbortSignal,
): Promise<void> {
  const speech = speeches.find((one) => one.protocol === protocol);
  if (!speech) throw new Error(`nobody speaks ${protocol}`);
  const speaker = speakerNamed(uniqueId);
  const ports = portsOf(protocol);
  for (let report = 0, turn = 0; !stop.aborted; turn++) {
    let tracked: TrackerCall | undefined;
    try {
      tracked = await callServer(
        { host: "127.0.0.1", port: ports[turn % ports.length] ?? 0 },
        {
          speech,
          speaker,
          timeoutMilliseconds: ANSWER_MILLISECONDS,
          onInstruction: (text) => void heard.push(text),
        },
      );
      for (let left = REPORTS_A_CALL; left > 0 && !stop.aborted; left--) {
        await tracked.report([toRecord(FIRST_TIME + report++ * 1000)]);
        await pause(REPORT_EVERY_MILLISECONDS);
      }
    } catch {
      // It calls again.
    } finally {
      tracked?.close();
    }
    await pause(REPORT_EVERY_MILLISECONDS);
  }
}
