import { Buffer } from "node:buffer";
import type { Protocol } from "@zpr/protocols";

/** More than any frame has: what waits for its rest beyond this never ends. */
const MOST_WAITING_BYTES = 64 * 1024;

/** The stream holds bytes that no frame begins with; what follows cannot be trusted either. */
export class Noise extends Error {
  override readonly name = "Noise";
  readonly bytes: Buffer;

  constructor(reason: string, bytes: Buffer) {
    super(reason);
    this.bytes = bytes;
  }
}

/** Cuts a stream of bytes into whole frames; throws `Noise` where none begins or one does not end. */
export async function* frames(
  chunks: AsyncIterable<Buffer>,
  { split }: Pick<Protocol, "split">,
): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let head = split(pending);
    while (head.kind === "frame") {
      yield pending.subarray(0, head.length);
      pending = pending.subarray(head.length);
      head = split(pending);
    }
    if (head.kind === "noise") throw new Noise(head.reason, pending);
    if (pending.length > MOST_WAITING_BYTES) throw new Noise("a frame without an end", pending);
  }
}
