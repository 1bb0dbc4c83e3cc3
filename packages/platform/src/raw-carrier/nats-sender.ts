import { setTimeout as pause } from "node:timers/promises";
import type { JetStreamClient, JetStreamManager } from "@nats-io/jetstream";
import type { PackedParcel } from "./gather-parcels.ts";
import type { NatsAddress } from "./nats-address.ts";
import { ensureStream, subjectOf } from "./nats-stream.ts";

/** Shorter than the server remembers ids, so that what is sent again is known by its own. */
const PATIENCE_MILLISECONDS = 15_000;
const AGAIN_MILLISECONDS = 250;

export interface NatsSenderOptions {
  readonly streams: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly address: NatsAddress;
  /** Throws when there is no connection. */
  readonly insistConnected: () => void;
  /** Whether what fails is not to be tried again any more. */
  readonly closing: AbortSignal;
}

/** Sends parcels until the server has them; one whose fate nobody knows is sent again under its id. */
export function natsSender(options: NatsSenderOptions): (parcel: PackedParcel) => Promise<void> {
  const { streams, manager, address, insistConnected, closing } = options;

  function attempt({ id, text }: PackedParcel): Promise<unknown> {
    return streams
      .publish(subjectOf(address), text, { msgID: id, expect: { streamName: address.stream } })
      .then(
        () => undefined,
        (error: unknown) => error,
      );
  }

  async function ensure(): Promise<void> {
    try {
      insistConnected();
      await ensureStream(manager, address);
    } catch {
      // Whether there is a stream now, the next attempt will find out.
    }
  }

  return async (parcel) => {
    insistConnected();
    const until = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const failure = await attempt(parcel);
      if (failure === undefined) return;
      if (closing.aborted || Date.now() > until) throw failure;
      await pause(AGAIN_MILLISECONDS);
      await ensure();
    }
  };
}
