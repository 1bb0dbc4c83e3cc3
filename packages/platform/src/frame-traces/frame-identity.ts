import { createHash } from "node:crypto";
import type { RawMessage } from "@zpr/model";

/** What all processes call the trace of a frame, and its first span (W3C Trace Context, hexadecimal). */
export interface FrameIdentity {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * Made of the frame itself, so that no queue has to carry it: whoever has the message knows its trace,
 * now or when it is read again.
 */
export function identityOf({ protocol, uniqueId, receivedAt, bytes }: RawMessage): FrameIdentity {
  const hash = createHash("sha256")
    .update(`${protocol} ${uniqueId ?? ""} ${receivedAt.getTime()} `)
    .update(bytes)
    .digest("hex");
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}
