import { setTimeout as pause } from "node:timers/promises";
import type { Imei } from "@zpr/model";
import { type AnswerSocket, type GatewayAddress, openAnswerSocket } from "./answer-socket.ts";
import { NotDelivered } from "./not-delivered.ts";
import {
  encodeLogin,
  encodePacket,
  type RecordCodec,
  type TrackerRecord,
} from "./teltonika-encode.ts";
import { type TrackerOutbox, trackerOutbox } from "./tracker-outbox.ts";

/** How a tracker behaves towards the server. */
export interface LinkOptions {
  readonly codec?: RecordCodec;
  /** How long it waits for a connection or an answer. */
  readonly timeoutMilliseconds?: number;
  /** How often in a row it tries without any record being taken, before it gives up for now. */
  readonly attempts?: number;
}

const REFUSED = 0;
const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 3000;

/** One tracker's connection to a server, opened when there is something to say. */
export class TrackerLink {
  readonly #address: GatewayAddress;
  readonly #imei: Imei;
  readonly #options: Required<LinkOptions>;
  readonly #outbox: TrackerOutbox = trackerOutbox();
  #socket: AnswerSocket | undefined;

  constructor(address: GatewayAddress, imei: Imei, options: LinkOptions = {}) {
    this.#address = address;
    this.#imei = imei;
    this.#options = { codec: "8E", timeoutMilliseconds: 15_000, attempts: 8, ...options };
  }

  /** Records that the server has taken. */
  get acknowledged(): number {
    return this.#outbox.acknowledged;
  }

  /**
   * Delivers these records and whatever an earlier call could not, reconnecting as often as needed;
   * `NotDelivered` when the server takes nothing for too long.
   */
  async send(records: readonly TrackerRecord[]): Promise<void> {
    this.#outbox.add(records);
    let failures = 0;
    while (this.#outbox.waiting > 0) {
      const problem = await this.#deliverOne();
      if (!problem) failures = 0;
      else if (++failures >= this.#options.attempts)
        throw new NotDelivered(this.#imei, this.#outbox.waiting, problem);
      else
        await pause(Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** failures));
    }
  }

  /** Hangs up; the next `send` connects again. */
  close(): void {
    this.#socket?.close();
    this.#socket = undefined;
  }

  async #deliverOne(): Promise<unknown> {
    try {
      this.#socket ??= await this.#login();
      const packet = encodePacket(this.#options.codec, this.#outbox.next());
      const accepted = (await this.#socket.ask(packet, 4)).readUInt32BE();
      if (this.#outbox.answered(accepted)) return undefined;
      return new Error(`the server took ${accepted} records of the packet`);
    } catch (error) {
      this.close();
      return error;
    }
  }

  async #login(): Promise<AnswerSocket> {
    const socket = await openAnswerSocket(this.#address, this.#options.timeoutMilliseconds);
    const answer = await socket.ask(encodeLogin(this.#imei), 1);
    if (answer[0] !== REFUSED) return socket;
    socket.close();
    throw new Error("the server refused the login");
  }
}
