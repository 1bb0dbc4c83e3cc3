/**
 * A Teltonika tracker over TCP, Codec 8 Extended; commands in codecs 12 and 14. The server answers
 * a login with one byte and a packet with the number of records it took, four bytes; a command
 * begins with four zero bytes, like a packet, which no such number of records does.
 */
import { Buffer } from "node:buffer";
import { imei } from "@zpr/model";
import type { Heard, Speech } from "../speech.ts";
import {
  crc16,
  encodeLogin,
  encodePacket,
  RECORDS_PER_PACKET,
  type TrackerRecord,
} from "../teltonika-encode.ts";

const LOGIN_ANSWER_YES = 1;
const HEAD = 8;
const TAIL = 4;
const TEXT_AT = 7;
const IMEI_BYTES = 8;
const CODEC_14 = 0x0e;

/** What a Teltonika tracker says over TCP. */
export const teltonikaSpeech: Speech = {
  protocol: "teltonika",
  transports: ["tcp"],
  isAnswered: true,
  commandText: "getinfo",
  greeting: ({ uniqueId }) => encodeLogin(imei(uniqueId)),
  report: (records) => inPackets(records).map((some) => encodePacket("8E", some)),

  hear(received): Heard {
    const [first] = received;
    if (first === LOGIN_ANSWER_YES) return { kind: "accepted", length: 1 };
    if (received.length < 4) return { kind: "incomplete" };
    const accepted = received.readUInt32BE(0);
    if (accepted > 0) return { kind: "accepted", length: 4 };
    // Nothing more behind the zero: it is a refusal, as a command comes in one piece.
    if (received.length === 4) return { kind: "refused", length: 4 };
    return hearCommand(received);
  },
};

function inPackets(records: readonly TrackerRecord[]): readonly (readonly TrackerRecord[])[] {
  const packets = [];
  for (let at = 0; at < records.length; at += RECORDS_PER_PACKET)
    packets.push(records.slice(at, at + RECORDS_PER_PACKET));
  return packets;
}

function hearCommand(received: Buffer): Heard {
  if (received.length < HEAD) return { kind: "incomplete" };
  const length = HEAD + received.readUInt32BE(4) + TAIL;
  if (received.length < length) return { kind: "incomplete" };
  const data = received.subarray(HEAD, length - TAIL);
  const codec = data.readUInt8(0);
  const body = data.subarray(TEXT_AT, -1);
  const imeiOf = codec === CODEC_14 ? body.subarray(0, IMEI_BYTES) : Buffer.alloc(0);
  const text = body.toString("latin1", imeiOf.length);
  const said = Buffer.concat([imeiOf, Buffer.from(`done: ${text}`, "latin1")]);
  return { kind: "command", length, text, answer: encodeResponse(codec, said) };
}

function encodeResponse(codec: number, body: Buffer): Buffer {
  const head = Buffer.from([codec, 1, 6, 0, 0, 0, 0]);
  head.writeUInt32BE(body.length, 3);
  const data = Buffer.concat([head, body, Buffer.from([1])]);
  const [around, tail] = [Buffer.alloc(HEAD), Buffer.alloc(TAIL)];
  around.writeUInt32BE(data.length, 4);
  tail.writeUInt32BE(crc16(data));
  return Buffer.concat([around, data, tail]);
}
