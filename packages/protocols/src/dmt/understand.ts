import { Buffer } from "node:buffer";
import type { Caller, Meaning } from "../protocol.ts";
import { answerIn } from "./commands.ts";
import { cutFixedRecords } from "./fixed-records.ts";
import {
  ASYNC_COMPLETE,
  ASYNC_REQUEST,
  ASYNC_RESPONSE,
  CLOSING,
  COMMIT,
  COMMIT_RESPONSE,
  DATA,
  type DmtFrame,
  FIXED_DATA,
  frameOf,
  HELLO,
  partsOf,
  secondsOf,
  TIME_REQUEST,
  TIME_RESPONSE,
  VERSION,
  VERSION_RESPONSE,
} from "./frame.ts";
import { login } from "./hello.ts";
import { cutRecords } from "./records.ts";

const STORED = 1;
const KEEP_IT = 0;
const TRACKER_ITSELF = 0xffff_ffff;
const VERSION_ANSWER_BYTES = 12;

/** What a frame asks of the gateway. */
export function understand(bytes: Buffer, caller: Caller): Meaning {
  const frame = partsOf(bytes);
  if ("reason" in frame) return corrupt(frame.reason);
  return sessionMeaning(frame, caller) ?? saying(frame, caller);
}

/** Messages that only lead through a session: there is nothing in them to keep, but for the hello. */
function sessionMeaning({ message, payload }: DmtFrame, caller: Caller): Meaning | undefined {
  switch (message) {
    case HELLO:
      return login(payload, caller.now);
    case COMMIT:
      return commit(caller);
    case ASYNC_REQUEST:
      return { kind: "ping", reply: null, listens: true, farewell: frameOf(ASYNC_COMPLETE) };
    case TIME_REQUEST:
      return { kind: "ping", reply: clock(caller.now) };
    case CLOSING:
      return { kind: "ping", reply: null };
    default:
      return undefined;
  }
}

/**
 * The tracker deletes what it has sent on this connection. Each of those frames is durable by now,
 * or the connection would have ended. Before a hello nobody's data are stored.
 */
function commit({ uniqueId }: Caller): Meaning {
  const status = uniqueId === null ? KEEP_IT : STORED;
  return { kind: "ping", reply: frameOf(COMMIT_RESPONSE, Buffer.from([status])), listens: true };
}

function saying({ message, payload }: DmtFrame, { uniqueId }: Caller): Meaning {
  if (uniqueId === null) return corrupt("data before hello");
  switch (message) {
    case DATA:
      return data(cutRecords(payload));
    case FIXED_DATA:
      return data(cutFixedRecords(payload));
    case VERSION:
      return { kind: "keep", records: 0, reply: versionAnswer(payload) };
    case ASYNC_RESPONSE:
      return answered(payload);
    default:
      return { kind: "keep", records: 0, reply: null };
  }
}

/** Data are answered by the commit that follows. */
function data(records: readonly Buffer[] | { readonly reason: string }): Meaning {
  if ("reason" in records) return corrupt(records.reason);
  return { kind: "keep", records: records.length, reply: null };
}

function answered(payload: Buffer): Meaning {
  const answer = answerIn(payload);
  return { kind: "keep", records: 0, reply: null, ...(answer && { answer }) };
}

/** The serial number comes back, with the address of the tracker itself and nothing to be updated. */
function versionAnswer(payload: Buffer): Buffer {
  const answer = Buffer.alloc(VERSION_ANSWER_BYTES);
  payload.copy(answer, 0, 0, 4);
  answer.writeUInt32LE(TRACKER_ITSELF, 4);
  return frameOf(VERSION_RESPONSE, answer);
}

function clock(now: Date): Buffer {
  const time = Buffer.alloc(4);
  time.writeUInt32LE(secondsOf(now));
  return frameOf(TIME_RESPONSE, time);
}

function corrupt(reason: string): Meaning {
  return { kind: "keep-corrupt", reply: null, reason };
}
