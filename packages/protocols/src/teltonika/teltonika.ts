import type { Buffer } from "node:buffer";
import type { Decoded, Protocol } from "../protocol.ts";
import { isCommandCodec, recordsIn, teltonikaCommands } from "./commands.ts";
import { dataOfDatagram, understandDatagram } from "./datagram.ts";
import { dataOf, split, understand } from "./packet.ts";
import { layoutOf, readRecords } from "./records.ts";

/** Teltonika TAT, TMT and FMx trackers: Codec 8, 8 Extended and 16; commands by 12 and 14; 13 and 15 received. */
export const teltonika: Protocol = {
  name: "teltonika",
  port: 5027,
  transports: ["tcp", "udp"],
  split,
  commands: teltonikaCommands,

  understand: (frame, caller) =>
    caller.transport === "udp" ? understandDatagram(frame) : understand(frame, caller),

  decode(frame, { transport }) {
    const data = transport === "udp" ? dataOfDatagram(frame) : dataOf(frame);
    if ("reason" in data) return { ok: false, reason: data.reason };
    const codec = data.readUInt8(0);
    if (isCommandCodec(codec)) return said(data);
    const layout = layoutOf(codec);
    if (!layout) return { ok: false, reason: `codec ${codec} carries no records we know` };
    try {
      return { ok: true, records: readRecords(data, layout) };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, reason: error.message };
      throw error;
    }
  },
};

function said(data: Buffer): Decoded {
  const records = recordsIn(data);
  return "reason" in records ? { ok: false, ...records } : { ok: true, records };
}
