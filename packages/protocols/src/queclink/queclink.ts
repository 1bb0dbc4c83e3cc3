import { Buffer } from "node:buffer";
import type { Protocol } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import { answerIn, queclinkCommands } from "./commands.ts";
import { framesOf, type Message, readMessage, split } from "./frame.ts";
import { recordsIn } from "./records.ts";

/** Queclink trackers of the GL and GV families: @Track in ASCII, each message with its receipt. */
export const queclink: Protocol = {
  name: "queclink",
  port: 5004,
  transports: ["tcp", "udp"],
  needsSettings: true,
  split,
  framesOf,
  commands: queclinkCommands,

  understand(bytes) {
    const message = readMessage(bytes);
    if ("reason" in message) return { kind: "keep-corrupt", reply: null, reason: message.reason };
    const { uniqueId } = message;
    const records = recordsIn(message, 0);
    const answer = answerIn(message);
    return {
      kind: "keep",
      uniqueId,
      records: "reason" in records ? 0 : records.length,
      reply: receiptFor(message),
      listens: true,
      ...(answer && { answer }),
    };
  },

  decode(bytes, { settings }) {
    const message = readMessage(bytes);
    if ("reason" in message) return { ok: false, reason: message.reason };
    const records = recordsIn(message, zoneMinutesIn(settings));
    return "reason" in records ? { ok: false, ...records } : { ok: true, records };
  },
};

/** A device that asks for no receipts passes over them, and nothing in a message tells whether it does. */
function receiptFor({ head, kind, version, count }: Message): Buffer {
  const isHeartbeat = head === "ACK" && kind === "HBD";
  return Buffer.from(isHeartbeat ? `+SACK:GTHBD,${version},${count}$` : `+SACK:${count}$`);
}

const FARTHEST_ZONE = 14 * 60;

/** How far the device's clock runs ahead of UTC. */
function zoneMinutesIn({ timeZoneMinutes }: Settings): number {
  const minutes = typeof timeZoneMinutes === "number" ? timeZoneMinutes : 0;
  return Math.abs(minutes) <= FARTHEST_ZONE ? minutes : 0;
}
