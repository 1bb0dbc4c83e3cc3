import { Buffer } from "node:buffer";
import { isImei } from "@zpr/model";
import type { Caller, Meaning } from "../protocol.ts";
import { answerIn } from "./commands.ts";
import { frameOf, type Gt06Frame, partsOf } from "./frame.ts";
import { fixIn } from "./messages.ts";

const LOGIN = 0x01;
const TIME_REQUEST = 0x8a;
const MODULAR = 0x70;
/** Texts, answers to commands, information and what a device on its serial port says. */
const UNANSWERED: ReadonlySet<number> = new Set([0x15, 0x21, 0x80, 0x81, 0x82, 0x94, 0x9b]);
const IMEI_BYTES = 8;
const ZONE_AT = 10;
const NOTHING = Buffer.alloc(0);

/** What a frame asks of the gateway. */
export function understand(frame: Buffer, caller: Caller): Meaning {
  const parts = partsOf(frame);
  if ("reason" in parts) return { kind: "keep-corrupt", reply: null, reason: parts.reason };
  if (parts.message === LOGIN) return login(parts);
  if (caller.uniqueId === null)
    return { kind: "keep-corrupt", reply: null, reason: "data before login" };
  const answer = answerIn(parts);
  const reply = replyTo(parts, caller.now);
  return {
    kind: "keep",
    records: recordsIn(parts),
    reply,
    listens: true,
    ...(answer && { answer }),
  };
}

function login(frame: Gt06Frame): Meaning {
  const { content } = frame;
  const digits = content.toString("hex", 0, IMEI_BYTES);
  const uniqueId = digits.slice(1);
  if (!digits.startsWith("0") || !isImei(uniqueId))
    return { kind: "refuse", reply: null, reason: `login with ${digits}, which is no IMEI` };
  const context = zoneIn(content);
  const reply = echo(frame, NOTHING);
  return { kind: "login", uniqueId, reply, keep: true, listens: true, ...(context && { context }) };
}

/** Minutes ahead of UTC: the upper 12 bits are hours and minutes as hhmm, bit 3 says west. */
function zoneIn(content: Buffer): string | undefined {
  if (content.length < ZONE_AT + 2) return undefined;
  const bits = content.readUInt16BE(ZONE_AT);
  const clock = bits >> 4;
  const minutes = Math.floor(clock / 100) * 60 + (clock % 100);
  return String(bits & 8 ? -minutes : minutes);
}

function recordsIn(frame: Gt06Frame): number {
  try {
    return fixIn(frame, 0) ? 1 : 0;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

function replyTo(frame: Gt06Frame, now: Date): Buffer | null {
  if (UNANSWERED.has(frame.message)) return null;
  return echo(frame, frame.message === TIME_REQUEST ? clock(now) : NOTHING);
}

function echo({ message, serial, isLong }: Gt06Frame, content: Buffer): Buffer {
  return frameOf({ isLong: isLong && message !== MODULAR, message, serial, content });
}

function clock(now: Date): Buffer {
  const [year, month, day] = [now.getUTCFullYear() - 2000, now.getUTCMonth() + 1, now.getUTCDate()];
  return Buffer.from([
    year,
    month,
    day,
    now.getUTCHours(),
    now.getUTCMinutes(),
    now.getUTCSeconds(),
  ]);
}
