import type { Buffer } from "node:buffer";
import { setTimeout as pause } from "node:timers/promises";
import { NotDelivered } from "./not-delivered.ts";
import { type PushLine, push } from "./push-line.ts";
import type { Speaker, Speech } from "./speech.ts";
import { teltonikaSpeech } from "./speeches/teltonika.ts";
import type { TrackerRecord } from "./teltonika-encode.ts";
import { callServer, speakerNamed, type TrackerCall } from "./tracker-call.ts";
import type { GatewayAddress } from "./wire.ts";

/** How a tracker behaves towards the server. */
export interface LinkOptions {
  /** Teltonika over TCP when absent. */
  readonly speech?: Speech;
  /** A service brings its messages: it calls no listener. */
  readonly pushes?: PushLine;
  readonly transport?: "tcp" | "udp";
  /** How long it waits for an answer. */
  readonly timeoutMilliseconds?: number;
  /** How often in a row it tries without anything being taken, before it gives up for now. */
  readonly attempts?: number;
  /** Hears of every instruction the tracker is given. */
  readonly onInstruction?: (text: string) => void;
}

/** Records with the messages made of them, once: what is not answered goes out again as it was. */
interface Parcel {
  readonly messages: readonly Buffer[];
  readonly records: number;
}

const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 3000;

/** One tracker's connection to a server, opened when there is something to say. */
export class TrackerLink {
  readonly #address: GatewayAddress;
  readonly #speaker: Speaker;
  readonly #speech: Pick<Speech, "report">;
  readonly #options: LinkOptions;
  readonly #outbox: Parcel[] = [];
  #acknowledged = 0;
  #call: Pick<TrackerCall, "deliver" | "close"> | undefined;

  constructor(address: GatewayAddress, uniqueId: string, options: LinkOptions = {}) {
    this.#address = address;
    const { speech = teltonikaSpeech, pushes } = options;
    this.#speaker = speakerNamed(pushes?.speech.uniqueIdOf(uniqueId) ?? uniqueId);
    this.#speech = pushes?.speech ?? speech;
    this.#options = options;
  }

  /** Records that the server has taken; of a kind that is not answered, those that were sent. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /**
   * Delivers these records and whatever an earlier call could not, reconnecting as often as needed;
   * `NotDelivered` when the server takes nothing for too long.
   */
  async send(records: readonly TrackerRecord[]): Promise<void> {
    const messages = this.#speech.report(records, this.#speaker);
    this.#outbox.push({ messages, records: records.length });
    const { attempts = 8 } = this.#options;
    for (let failures = 0; this.#outbox.length > 0; ) {
      const problem = await this.#deliverOne();
      if (!problem) failures = 0;
      else if (++failures >= attempts)
        throw new NotDelivered(this.#speaker.uniqueId, this.#waiting(), problem);
      else
        await pause(Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** failures));
    }
  }

  /** Hangs up; the next `send` connects again. */
  close(): void {
    this.#call?.close();
    this.#call = undefined;
  }

  #waiting(): number {
    return this.#outbox.reduce((sum, { records }) => sum + records, 0);
  }

  async #deliverOne(): Promise<unknown> {
    const [parcel] = this.#outbox;
    try {
      this.#call ??= await this.#connect();
      await this.#call.deliver(parcel?.messages ?? []);
      this.#outbox.shift();
      this.#acknowledged += parcel?.records ?? 0;
      return undefined;
    } catch (error) {
      this.close();
      return error;
    }
  }

  async #connect(): Promise<Pick<TrackerCall, "deliver" | "close">> {
    const { speech = teltonikaSpeech, pushes, ...options } = this.#options;
    const { transport, timeoutMilliseconds, onInstruction } = options;
    if (pushes) return { deliver: (bodies) => push(pushes, bodies), close: () => undefined };
    return callServer(this.#address, {
      speech,
      speaker: this.#speaker,
      ...(transport && { transport }),
      ...(timeoutMilliseconds && { timeoutMilliseconds }),
      ...(onInstruction && { onInstruction }),
    });
  }
}
