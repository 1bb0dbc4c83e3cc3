import type { CarriedMessage } from "./carried-message.ts";
import type { RawLog } from "./raw-log.ts";

/** Raw messages that travel together, known by an id of their own however often they are delivered. */
export interface Parcel {
  /** UUID of version 7, made when the messages were packed. */
  readonly id: string;
  readonly messages: readonly CarriedMessage[];
}

export interface DeliveredParcel extends Parcel {
  /** How often it was delivered by now, this time included, as far as the engine knows. */
  readonly deliveries: number;
}

/** Parcels in the hands of one taker: nobody else gets them before it gives them back or is gone. */
export interface Delivery {
  readonly parcels: readonly DeliveredParcel[];
  /**
   * The parcels are in the database, so the engine may forget them. Never rejects: what the engine
   * does not hear of is delivered again, and known by its id then.
   */
  done(): Promise<void>;
  /** Has the engine deliver the parcels again, to whoever asks. Never rejects. */
  giveBack(): Promise<void>;
}

/**
 * An engine outside the database that carries raw messages from gateways to ingest, each at least once.
 * A parcel may come in pieces of its own order, late or twice; none is ever dropped by itself. What
 * arrives that nobody can read is delivered too, whole, as a message of a protocol without a decoder.
 */
export interface RawCarrier extends RawLog {
  /** Larger messages do not fit into what the engine takes at once. */
  readonly mostMessageBytes: number;
  /**
   * Gives parcels with about `limit` messages in all, at least one parcel, the oldest first as far as
   * the engine keeps an order. Waits up to a second or so for the first; undefined when none came.
   */
  pull(limit: number): Promise<Delivery | undefined>;
  /** How many parcels wait to be recorded, in hand or not. */
  waiting(): Promise<number>;
  /**
   * Seconds since the oldest parcel that waits to be recorded was sent; 0 when none waits. An engine that
   * does not say answers of what this process was given last.
   */
  oldestSeconds(): Promise<number>;
  /** Rejects with the reason, soon, when the engine cannot be used just now. */
  ping(): Promise<void>;
  /** Finishes what is being appended, gives back what was pulled and not done, and lets go. */
  close(): Promise<void>;
}
