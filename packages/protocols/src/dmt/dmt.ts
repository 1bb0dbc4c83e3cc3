import type { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import type { Decoded, Protocol } from "../protocol.ts";
import type { Attributes } from "../told.ts";
import { dmtCommands } from "./commands.ts";
import { cutFixedRecords, readFixedRecord } from "./fixed-records.ts";
import { ASYNC_RESPONSE, DATA, FIXED_DATA, HELLO, partsOf, split, VERSION } from "./frame.ts";
import { trackerIn } from "./hello.ts";
import { cutRecords, readRecord } from "./records.ts";
import { understand } from "./understand.ts";

/** Digital Matter's cellular trackers (Oyster, Yabby, Remora and more): records kept until they are committed, and asynchronous messages. */
export const dmt: Protocol = {
  name: "dmt",
  port: 5137,
  transports: ["tcp"],
  split,
  understand,
  commands: dmtCommands,

  decode(bytes, { context }): Decoded {
    const frame = partsOf(bytes);
    if ("reason" in frame) return { ok: false, reason: frame.reason };
    const { message, payload } = frame;
    if (WITHOUT_RECORDS.has(message)) return { ok: true, records: [] };
    if (message === DATA) return decoded(cutRecords(payload), readRecord, trackerIn(context));
    if (message === FIXED_DATA)
      return decoded(cutFixedRecords(payload), readFixedRecord, trackerIn(context));
    return { ok: false, reason: `message 0x${message.toString(16).padStart(2, "0")} is unknown` };
  },
};

/** Messages that are kept although they tell no place and no time. */
const WITHOUT_RECORDS: ReadonlySet<number> = new Set([HELLO, VERSION, ASYNC_RESPONSE]);

function decoded(
  records: readonly Buffer[] | { readonly reason: string },
  read: (record: Buffer) => Fix,
  tracker: Attributes,
): Decoded {
  if ("reason" in records) return { ok: false, reason: records.reason };
  try {
    return {
      ok: true,
      records: records.map((bytes) => ({ bytes, fix: withTracker(read(bytes)) })),
    };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: error.message };
    throw error;
  }

  function withTracker(fix: Fix): Fix {
    return { ...fix, attributes: { ...fix.attributes, ...tracker } };
  }
}
