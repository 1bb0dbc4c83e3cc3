import type { Protocol } from "../protocol.ts";
import { dataOf, split, understand } from "./packet.ts";
import { layoutOf, readRecords } from "./records.ts";

/** Teltonika TAT, TMT and FMx trackers over TCP: Codec 8, 8 Extended and 16. */
export const teltonika: Protocol = {
  name: "teltonika",
  port: 5027,
  transports: ["tcp"],
  split,
  understand,

  decode(frame) {
    const data = dataOf(frame);
    if ("reason" in data) return { ok: false, reason: data.reason };
    const codec = data.readUInt8(0);
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
