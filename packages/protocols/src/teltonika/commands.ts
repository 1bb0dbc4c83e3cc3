/**
 * Commands in the connection, from the vendor's "Teltonika Data Sending Protocols", codecs 12 to 15.
 * They travel in the same packets as records, with one command in each:
 *
 *   codec 12  u8 type (05 command, 06 response) | u32 size | text
 *   codec 13  u8 type | u32 size | u32 seconds or u64 milliseconds since 1970 | text   (tracker only)
 *   codec 14  u8 type (05, 06, 11 the IMEI is not mine) | u32 size | IMEI as 8 bytes BCD | text
 *   codec 15  u8 type (0B) | u32 size | u32 seconds since 1970 | IMEI as 8 bytes BCD | text   (tracker only)
 *
 * An answer names no command: it is the one sent last, so only one is on its way at a time.
 */
import { Buffer } from "node:buffer";
import { emptyFix } from "@zpr/model";
import type {
  Addressee,
  CommandAction,
  CommandAnswer,
  CommandLanguage,
  EncodedCommand,
  Worded,
} from "../command-language.ts";
import { crc16Arc } from "../crc16.ts";
import type { DecodedRecord } from "../protocol.ts";

const CODEC_12 = 0x0c;
const CODEC_14 = 0x0e;
const CODEC_15 = 0x0f;
const COMMAND = 0x05;
const RESPONSE = 0x06;
const NOT_MINE = 0x11;
const IMEI_BYTES = 8;
const HEAD = 7;
const LONGEST_TEXT = 1000;
/** Where seconds since 1970 would be before July 1970, it is the upper half of milliseconds. */
const FIRST_SECONDS = 0x0100_0000;

/** Whether a codec carries a command or its answer, and no records. */
export function isCommandCodec(codec: number): boolean {
  return codec >= CODEC_12 && codec <= CODEC_15;
}

/** What a tracker says of a command; `undefined` for what it says by itself. */
export function answerIn(data: Buffer): CommandAnswer | undefined {
  const codec = data.readUInt8(0);
  const body = bodyOf(data);
  if (!body || (codec !== CODEC_12 && codec !== CODEC_14)) return undefined;
  if (codec === CODEC_14 && body.type === NOT_MINE)
    return { key: null, outcome: "failed", text: "the IMEI is not this tracker's" };
  if (body.type !== RESPONSE) return undefined;
  const text = body.bytes.subarray(codec === CODEC_14 ? IMEI_BYTES : 0).toString("latin1");
  return { key: null, outcome: "acknowledged", text };
}

/** What a command packet says that has a time: a record without a place. */
export function recordsIn(data: Buffer): readonly DecodedRecord[] | { readonly reason: string } {
  const body = bodyOf(data);
  if (!body) return { reason: "the size of a command differs from its length" };
  const codec = data.readUInt8(0);
  if (codec === CODEC_12 || codec === CODEC_14) return [];
  const { bytes, type } = body;
  const isShort = bytes.length >= 4 && bytes.readUInt32BE(0) >= FIRST_SECONDS;
  const timeBytes = isShort ? 4 : 8;
  const textAt = timeBytes + (codec === CODEC_15 ? IMEI_BYTES : 0);
  if (bytes.length < textAt) return { reason: "a command ends before its time" };
  const time = isShort
    ? bytes.readUInt32BE(0) * 1000
    : bytes.readUInt32BE(0) * 2 ** 32 + bytes.readUInt32BE(4);
  const text = bytes.toString("latin1", textAt);
  return [{ bytes, fix: { ...emptyFix(new Date(time)), attributes: { text, type } } }];
}

function bodyOf(data: Buffer): { readonly type: number; readonly bytes: Buffer } | undefined {
  if (data.length < HEAD + 1 || data.readUInt32BE(3) !== data.length - HEAD - 1) return undefined;
  return { type: data.readUInt8(2), bytes: data.subarray(HEAD, -1) };
}

/**
 * Teltonika's commands by text message syntax. Codec 12 is understood by all; a tracker whose
 * settings say `{"commandCodec": 14}` gets codec 14, which carries its IMEI. Which parameters hold
 * the interval depends on the model: `{"intervalParameters": [10050, 10055]}` names them.
 */
export const teltonikaCommands: CommandLanguage = {
  textHint:
    "a command as sent by text message, without login and password: getinfo, setparam 10050:300",

  wordsFor(action, to) {
    switch (action.name) {
      case "locate-now":
        return { ok: true, text: "getgps" };
      case "reboot":
        return { ok: true, text: "cpureset" };
      case "set-interval":
      case "read-settings":
        return withParameters(action, to);
    }
  },

  encode(text, to): EncodedCommand {
    const words = Buffer.from(text, "latin1");
    if (words.length > LONGEST_TEXT)
      return { ok: false, reason: "a command has at most 1000 characters" };
    const codec = to.settings["commandCodec"] === 14 ? CODEC_14 : CODEC_12;
    const body = codec === CODEC_14 ? Buffer.concat([bcd(to.uniqueId), words]) : words;
    const head = Buffer.from([codec, 1, COMMAND, 0, 0, 0, 0]);
    head.writeUInt32BE(body.length, 3);
    return { ok: true, key: null, bytes: packet(Buffer.concat([head, body, Buffer.from([1])])) };
  },
};

/** Minimum period and sending period while moving, in the vendor's parameter lists of the FMB family. */
const FMB_INTERVAL = [10_050, 10_055];

function withParameters(action: CommandAction, { model, settings }: Addressee): Worded {
  const named = settings["intervalParameters"];
  const parameters: readonly unknown[] = Array.isArray(named)
    ? named
    : /^FM[BCMTUP]/i.test(model ?? "")
      ? FMB_INTERVAL
      : [];
  if (parameters.length === 0 || !parameters.every(Number.isInteger))
    return {
      ok: false,
      reason:
        'which parameters hold the interval depends on the model: set {"intervalParameters": [ID, ...]} in the tracker\'s settings',
    };
  const text =
    action.name === "set-interval"
      ? `setparam ${parameters.map((id) => `${id}:${action.seconds}`).join(";")}`
      : `getparam ${parameters.join(";")}`;
  return { ok: true, text };
}

function packet(data: Buffer): Buffer {
  const [head, tail] = [Buffer.alloc(8), Buffer.alloc(4)];
  head.writeUInt32BE(data.length, 4);
  tail.writeUInt32BE(crc16Arc(data));
  return Buffer.concat([head, data, tail]);
}

function bcd(imei: string): Buffer {
  return Buffer.from(imei.padStart(2 * IMEI_BYTES, "0"), "hex");
}
