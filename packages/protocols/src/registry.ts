import type { Protocol } from "./protocol.ts";
import { teltonika } from "./teltonika/teltonika.ts";

/** Every kind of tracker this server understands. */
export const protocols: readonly Protocol[] = [teltonika];

const byName = new Map(protocols.map((protocol) => [protocol.name, protocol]));

/** The protocol a kept message was received by. */
export function protocolNamed(name: string): Protocol | undefined {
  return byName.get(name);
}
