import { type Consumer, jetstream, jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Log, RawCarrier } from "@zpr/ports";
import { gatherParcels } from "./gather-parcels.ts";
import { natsAddress } from "./nats-address.ts";
import { connectToNats } from "./nats-connection.ts";
import { natsHand } from "./nats-hand.ts";
import { natsSender } from "./nats-sender.ts";
import { CONSUMER, ensureStream } from "./nats-stream.ts";
import { ENVELOPE_BYTES } from "./parcel-text.ts";

const PARCEL_MESSAGES = 100;
const PARCEL_BYTES = 128 * 1024;
const PARCELS_AT_ONCE = 1;
/** What the subject and the headers of a message take of what the server allows. */
const HEAD_BYTES = 1024;
/** What stands beside the bytes of a message; a context can be some kilobytes. */
const NAMES_BYTES = 16 * 1024;
const ANSWER_MILLISECONDS = 5_000;
const GOODBYE_MILLISECONDS = 3_000;

/** The first that can be told to have what it acknowledges on disk. */
const SYNCING_VERSION = "2.10";

export interface NatsCarrierOptions {
  /** As `natsAddress` reads it. */
  readonly url: string;
  readonly log: Log;
}

/** Raw messages carried by a stream of NATS JetStream, which may come and go; see docs/raw-log.md. */
export async function openNatsCarrier({ url, log }: NatsCarrierOptions): Promise<RawCarrier> {
  const address = natsAddress(url);
  const options = { timeout: ANSWER_MILLISECONDS };
  const managerOf = (of: NatsConnection) => jetstreamManager(of, { ...options, checkAPI: false });
  const { connection, insistConnected } = await connectToNats(address, log, async (fresh) =>
    ensureStream(await managerOf(fresh), address),
  );
  const manager = await managerOf(connection);
  const { version = "", max_payload = PARCEL_BYTES } = connection.info ?? {};
  if (address.replicas === 1 && isOlder(version, SYNCING_VERSION))
    log.warn({ version }, "this NATS acknowledges what a power cut may take; see docs/raw-log.md");
  const streams = jetstream(connection, options);
  const mostBytes = max_payload - HEAD_BYTES;
  const closing = new AbortController();

  async function consumer(): Promise<Consumer> {
    insistConnected();
    try {
      return await streams.consumers.get(address.stream, CONSUMER);
    } catch {
      await ensureStream(manager, address);
      return streams.consumers.get(address.stream, CONSUMER);
    }
  }

  const gathering = gatherParcels({
    mostMessages: PARCEL_MESSAGES,
    mostBytes: Math.min(PARCEL_BYTES, mostBytes),
    atOnce: PARCELS_AT_ONCE,
    send: natsSender({ streams, manager, address, insistConnected, closing: closing.signal }),
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
    async oldestSeconds() {
      // What is recorded leaves the stream, so its first message is the oldest that waits.
      const { state } = await manager.streams.info(address.stream);
      return state.messages === 0 ? 0 : secondsSince(new Date(state.first_ts));
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

/** The clocks of two machines differ a little. */
function secondsSince(time: Date): number {
  return Math.max(0, (Date.now() - time.getTime()) / 1000);
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) < 0;
}

/** How large the bytes of a message may be in a parcel of its own: as base64, with its names. */
function roomFor(parcelBytes: number): number {
  return Math.floor(((parcelBytes - ENVELOPE_BYTES - NAMES_BYTES) * 3) / 4);
}
