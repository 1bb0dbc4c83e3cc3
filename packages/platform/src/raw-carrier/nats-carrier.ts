import { setTimeout as pause } from "node:timers/promises";
import { type Consumer, jetstream, jetstreamManager } from "@nats-io/jetstream";
import type { Log, RawCarrier } from "@zpr/ports";
import { gatherParcels, type PackedParcel } from "./gather-parcels.ts";
import { natsAddress } from "./nats-address.ts";
import { connectToNats } from "./nats-connection.ts";
import { natsHand } from "./nats-hand.ts";
import { CONSUMER, ensureStream, subjectOf } from "./nats-stream.ts";
import { ENVELOPE_BYTES } from "./parcel-text.ts";

const PARCEL_MESSAGES = 100;
const PARCEL_BYTES = 128 * 1024;
const PARCELS_AT_ONCE = 1;
/** What the subject and the headers of a message take of what the server allows. */
const HEAD_BYTES = 1024;
/** What stands beside the bytes of a message; a context can be some kilobytes. */
const NAMES_BYTES = 16 * 1024;
const ANSWER_MILLISECONDS = 5_000;
/** Shorter than the server remembers ids, so that what is sent again is known by its own. */
const PATIENCE_MILLISECONDS = 15_000;
const AGAIN_MILLISECONDS = 250;
const GOODBYE_MILLISECONDS = 3_000;

export interface NatsCarrierOptions {
  /** As `natsAddress` reads it. */
  readonly url: string;
  readonly log: Log;
}

/** Raw messages carried by a stream of NATS JetStream, which may come and go; see docs/raw-log.md. */
export async function openNatsCarrier({ url, log }: NatsCarrierOptions): Promise<RawCarrier> {
  const address = natsAddress(url);
  const { connection, isConnected } = await connectToNats(address, log);
  const options = { timeout: ANSWER_MILLISECONDS };
  const manager = await jetstreamManager(connection, { ...options, checkAPI: false });
  await ensureStream(manager, address);
  const streams = jetstream(connection, options);
  const subject = subjectOf(address);
  const mostBytes = (connection.info?.max_payload ?? PARCEL_BYTES) - HEAD_BYTES;
  const closing = new AbortController();

  /** Sends a parcel until the server has it; one whose fate nobody knows is sent again under its id. */
  async function send(parcel: PackedParcel): Promise<void> {
    insistConnected();
    const until = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const failure = await attempt(parcel);
      if (failure === undefined) return;
      if (closing.signal.aborted || Date.now() > until) throw failure;
      await pause(AGAIN_MILLISECONDS);
      if (isConnected()) await ensureStream(manager, address).catch(() => undefined);
    }
  }

  function attempt({ id, text }: PackedParcel): Promise<unknown> {
    return streams
      .publish(subject, text, { msgID: id, expect: { streamName: address.stream } })
      .then(
        () => undefined,
        (error: unknown) => error,
      );
  }

  async function consumer(): Promise<Consumer> {
    insistConnected();
    try {
      return await streams.consumers.get(address.stream, CONSUMER);
    } catch {
      await ensureStream(manager, address);
      return streams.consumers.get(address.stream, CONSUMER);
    }
  }

  function insistConnected(): void {
    if (!isConnected()) throw new Error("the raw log is out of reach");
  }

  const gathering = gatherParcels({
    mostMessages: PARCEL_MESSAGES,
    mostBytes: Math.min(PARCEL_BYTES, mostBytes),
    atOnce: PARCELS_AT_ONCE,
    send,
  });
  const hand = natsHand(consumer);
  return {
    append: gathering.append,
    pull: hand.pull,
    mostMessageBytes: roomFor(mostBytes),
    async waiting() {
      const { num_pending, num_ack_pending } = await manager.consumers.info(
        address.stream,
        CONSUMER,
      );
      return num_pending + num_ack_pending;
    },
    async ping() {
      insistConnected();
      await manager.streams.info(address.stream);
    },
    async close() {
      const gaveUp = setTimeout(() => closing.abort(), GOODBYE_MILLISECONDS);
      await gathering.idle();
      clearTimeout(gaveUp);
      await hand.close();
      await connection.drain().catch(() => connection.close());
    },
  };
}

/** How large the bytes of a message may be in a parcel of its own: as base64, with its names. */
function roomFor(parcelBytes: number): number {
  return Math.floor(((parcelBytes - ENVELOPE_BYTES - NAMES_BYTES) * 3) / 4);
}
