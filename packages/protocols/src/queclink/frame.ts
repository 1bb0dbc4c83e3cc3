/**
 * Messages of Queclink's @Track protocol in ASCII, from the vendor's published interface documents:
 *
 *   +RESP:GTxxx,version,id,name,...,send time,count$      a report; +BUFF: the same from the buffer
 *   +ACK:GTxxx,version,id,name,...,serial,send time,count$   an answer to a command, or a heartbeat
 *
 * The version is device type, major and minor in hexadecimal, two digits each; newer devices have a
 * type of six digits. The count grows by one a message. Some devices end a message with NUL, or not
 * at all. There is no checksum.
 */
import type { Buffer } from "node:buffer";
import type { Split } from "../protocol.ts";

const HEADS = ["+RESP:GT", "+BUFF:GT", "+ACK:GT"];
const LONGEST_HEAD = 8;
const LONGEST_MESSAGE = 8192;
/** Line ends and NUL that some devices put between messages. */
const MOST_PADDING = 16;
const PADDING: ReadonlySet<number> = new Set([0x00, 0x0a, 0x0d]);
/** A $ may stand in what a device passes on from its serial port, hence what is around it counts. */
const END = /,[0-9A-Fa-f]{4}\$|\$(?=[+\r\n\0])|\0|(?=\+(?:RESP|BUFF|ACK):GT)/g;

/** A message that says who sent it, and its number. */
export interface Message {
  readonly head: "RESP" | "BUFF" | "ACK";
  /** Three letters: FRI, INF, RTO. */
  readonly kind: string;
  readonly version: string;
  /** What comes first in the version. */
  readonly deviceType: string;
  readonly uniqueId: string;
  /** From the device's name to what is before the send time. */
  readonly body: readonly string[];
  /** YYYYMMDDHHMMSS by the device's own clock, or something else. */
  readonly sendTime: string;
  readonly count: string;
  /** From the kind to before the send time: the same when it comes again from the buffer. */
  readonly content: string;
}

/** What stands at the head of a stream. */
export function split(buffer: Buffer): Split {
  const start = paddingOf(buffer);
  const head = buffer.toString("latin1", start, start + LONGEST_HEAD);
  if (start > MOST_PADDING) return { kind: "noise", reason: "nothing but line ends" };
  if (!HEADS.some((one) => head.startsWith(one)))
    return HEADS.some((one) => one.startsWith(head))
      ? { kind: "incomplete" }
      : { kind: "noise", reason: noiseIn(head) };
  const text = buffer.toString("latin1", start, start + LONGEST_MESSAGE);
  END.lastIndex = LONGEST_HEAD;
  const end = END.exec(text);
  if (end) return { kind: "frame", length: start + end.index + end[0].length };
  return text.length < LONGEST_MESSAGE
    ? { kind: "incomplete" }
    : { kind: "noise", reason: "a message without an end" };
}

/** The messages in a datagram; the last of them may lack its end, and what is none stays in one piece. */
export function framesOf(datagram: Buffer): readonly Buffer[] {
  const frames: Buffer[] = [];
  let rest = datagram;
  for (let head = split(rest); head.kind === "frame"; head = split(rest)) {
    const isLast = rest.subarray(head.length).every((byte) => PADDING.has(byte));
    const length = isLast ? rest.length : head.length;
    frames.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return rest.length > 0 || frames.length === 0 ? [...frames, rest] : frames;
}

/** The parts of a whole message, or why it cannot be trusted. */
export function readMessage(bytes: Buffer): Message | { readonly reason: string } {
  const text = withoutPadding(bytes).toString("latin1");
  const content = text.endsWith("$") ? text.slice(0, -1) : text;
  if (/[^\x20-\x7e\x80-\xff]/.test(content)) return { reason: "bytes that are no text" };
  const fields = content.split(",");
  const [, head, kind] = /^\+(RESP|BUFF|ACK):GT([A-Z0-9]{3})$/.exec(fields[0] ?? "") ?? [];
  const [, version = "", id = ""] = fields;
  if (!kind || !isHead(head)) return { reason: "no message of @Track" };
  if (!/^(?:[0-9A-Za-z]{6}|[0-9A-Za-z]{10})$/.test(version))
    return { reason: "no protocol version" };
  if (!/^(?:\d{15}|[0-9A-Fa-f]{14})$/.test(id)) return { reason: "no IMEI or MEID" };
  const count = fields.at(-1) ?? "";
  if (fields.length < 6 || !/^[0-9A-Fa-f]{4}$/.test(count))
    return { reason: "no count number at its end" };
  return {
    head,
    kind,
    version,
    deviceType: version.slice(0, -4).toUpperCase(),
    uniqueId: id.toUpperCase(),
    body: fields.slice(3, -2),
    sendTime: fields.at(-2) ?? "",
    count,
    content: [`GT${kind}`, ...fields.slice(1, -2)].join(","),
  };
}

function isHead(text: string | undefined): text is Message["head"] {
  return text === "RESP" || text === "BUFF" || text === "ACK";
}

function withoutPadding(bytes: Buffer): Buffer {
  const isText = (byte: number) => !PADDING.has(byte);
  const start = bytes.findIndex(isText);
  return bytes.subarray(Math.max(0, start), bytes.findLastIndex(isText) + 1);
}

function paddingOf(buffer: Buffer): number {
  const end = buffer.subarray(0, MOST_PADDING + 1).findIndex((byte) => !PADDING.has(byte));
  return end === -1 ? Math.min(buffer.length, MOST_PADDING + 1) : end;
}

function noiseIn(head: string): string {
  return /^\+(?:RSP|BSP|EVT|BVT|INF|BNF|HBD|CRD|BRD|LGN|ACK[^:])/.test(head)
    ? "binary @Track: set the tracker to ASCII"
    : "no message begins with +RESP:GT, +BUFF:GT or +ACK:GT here";
}
