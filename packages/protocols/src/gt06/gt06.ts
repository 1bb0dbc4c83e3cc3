import type { About, Protocol } from "../protocol.ts";
import { gt06Commands } from "./commands.ts";
import { partsOf, split } from "./frame.ts";
import { fixIn } from "./messages.ts";
import { understand } from "./understand.ts";

/** GT06 trackers of Concox, Jimi and those who copy them: locations, alarms, cells, commands by message 80. */
export const gt06: Protocol = {
  name: "gt06",
  port: 5023,
  transports: ["tcp"],
  needsSettings: true,
  split,
  understand,
  commands: gt06Commands,

  decode(bytes, about) {
    const frame = partsOf(bytes);
    if ("reason" in frame) return { ok: false, reason: frame.reason };
    try {
      const fix = fixIn(frame, zoneMinutesOf(about));
      return { ok: true, records: fix ? [{ fix, bytes: frame.bytes }] : [] };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, reason: error.message };
      throw error;
    }
  },
};

const FARTHEST_ZONE = 14 * 60;

/** How far the tracker's clock runs ahead of UTC: what researchers set, else what its login said. */
function zoneMinutesOf({ settings, context }: About): number {
  const set = settings["timeZoneMinutes"];
  const minutes = typeof set === "number" ? set : Number(context ?? 0);
  return Math.abs(minutes) <= FARTHEST_ZONE ? minutes : 0;
}
