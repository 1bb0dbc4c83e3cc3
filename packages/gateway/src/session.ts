import type { Buffer } from "node:buffer";
import { newBell, RUNG } from "./bell.ts";
import { type Conversation, converse, type GatewayPorts, type Peer } from "./conversation.ts";
import { frames, Noise } from "./frames.ts";

/** One tracker's call: bytes in as they arrive, bytes out to answer with. */
export async function* session(
  chunks: AsyncIterable<Buffer>,
  peer: Omit<Peer, "ring"> & { readonly onFrame: () => void },
  ports: GatewayPorts,
): AsyncGenerator<Buffer> {
  const bell = newBell();
  const conversation = converse({ ...peer, ring: bell.ring }, ports);
  try {
    for await (const heard of bell.among(frames(chunks, peer.protocol))) {
      if (heard !== RUNG) peer.onFrame();
      const after = yield* heard === RUNG ? conversation.remind() : conversation.hear(heard);
      if (after === "hang up") return;
    }
  } catch (error) {
    await keepNoise(error, conversation);
  } finally {
    await conversation.end();
  }
}

/** What follows bytes that no frame begins with cannot be trusted either: the call is over. */
async function keepNoise(error: unknown, conversation: Conversation): Promise<void> {
  if (!(error instanceof Noise)) throw error;
  await conversation.noise(error.bytes, error.message);
}
