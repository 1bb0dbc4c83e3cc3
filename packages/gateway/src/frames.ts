import { Buffer } from "node:buffer";
import type { Protocol } from "@zpr/protocols";

/** The stream holds bytes that no frame begins with; what follows cannot be trusted either. */
export class Noise extends Error {
  override readonly name = "Noise";
  readonly bytes: Buffer;

  constructor(reason: string, bytes: Buffer) {
    super(reason);
    this.bytes = bytes;
  }
}

/** Cuts a stream of bytes into whole frames; throws `Noise` where none begins. */
export async function* frames(
  chunks: AsyncIterable<Buffer>,
  protocol: Protocol,
): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const head = protocol.split(pending);
      if (head.kind === "noise") throw new Noise(head.reason, pending);
      if (head.kind === "incomplete") break;
      yield pending.subarray(0, head.length);
      pending = pending.subarray(head.length);
    }
  }
}
