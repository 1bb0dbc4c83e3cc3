import { randomUUIDv7 } from "node:crypto";
import type { RawLog } from "@zpr/ports";
import { ENVELOPE_BYTES, messageText, parcelText } from "./parcel-text.ts";

/** A parcel ready to be sent. */
export interface PackedParcel {
  readonly id: string;
  readonly text: string;
}

export interface GatherOptions {
  readonly mostMessages: number;
  readonly mostBytes: number;
  /** How many parcels may be on their way at one time. */
  readonly atOnce: number;
  /** Resolves once the engine has the parcel durably. */
  readonly send: (parcel: PackedParcel) => Promise<void>;
}

interface Waiting {
  readonly text: string;
  readonly bytes: number;
  readonly kept: () => void;
  readonly lost: (reason: unknown) => void;
}

/**
 * Packs messages into parcels. While parcels are on their way the next messages gather, so a lone
 * message waits for nothing and a hundred share what an acknowledgement costs.
 */
export function gatherParcels(options: GatherOptions): RawLog & {
  /** Resolves when nothing waits or is on its way. */
  idle(): Promise<void>;
} {
  const { mostMessages, mostBytes, atOnce } = options;
  const waiting: Waiting[] = [];
  const onTheWay = new Set<Promise<void>>();

  function sendMore(): void {
    while (waiting.length > 0 && onTheWay.size < atOnce) {
      const sent = send(nextParcel()).then(() => {
        onTheWay.delete(sent);
        sendMore();
      });
      onTheWay.add(sent);
    }
  }

  /** As many as fit, but one in any case: whether it is too large is for the engine to say. */
  function nextParcel(): readonly Waiting[] {
    let bytes = ENVELOPE_BYTES;
    let count = 0;
    for (const one of waiting) {
      bytes += one.bytes + 1;
      if (count > 0 && (count === mostMessages || bytes > mostBytes)) break;
      count++;
    }
    return waiting.splice(0, count);
  }

  async function send(parcel: readonly Waiting[]): Promise<void> {
    const id = randomUUIDv7();
    const texts = parcel.map(({ text }) => text);
    try {
      await options.send({ id, text: parcelText(id, texts) });
    } catch (error) {
      // What gathered behind it would only wait as long for the same; who appended may try again.
      for (const { lost } of [...parcel, ...waiting.splice(0)]) lost(error);
      return;
    }
    for (const { kept } of parcel) kept();
  }

  return {
    async append(message) {
      const text = messageText(message);
      return new Promise((kept, lost) => {
        waiting.push({ text, bytes: Buffer.byteLength(text), kept, lost });
        sendMore();
      });
    },
    async idle() {
      while (onTheWay.size > 0) await Promise.all(onTheWay);
    },
  };
}
