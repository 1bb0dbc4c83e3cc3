import type { Buffer } from "node:buffer";
import type { DecodedRecord, Meaning, Protocol } from "../protocol.ts";
import { answerIn, meitrackCommands } from "./commands.ts";
import { readC, readE, recordsInC, recordsInE } from "./compressed.ts";
import { type Frame, readFrame, serverFrame, split } from "./frame.ts";
import { readText } from "./text-position.ts";

/** Meitrack trackers: positions in words (AAA) and binary (CCC, CCE), and commands. */
export const meitrack: Protocol = {
  name: "meitrack",
  port: 5020,
  transports: ["tcp", "udp"],
  split,
  framesOf,
  commands: meitrackCommands,

  understand(bytes) {
    const frame = readFrame(bytes);
    return "reason" in frame
      ? { kind: "keep-corrupt", reply: null, reason: frame.reason }
      : meaningOf(frame);
  },

  decode(bytes) {
    const frame = readFrame(bytes);
    if ("reason" in frame) return { ok: false, reason: frame.reason };
    try {
      return { ok: true, records: recordsOf(frame) };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, reason: error.message };
      throw error;
    }
  },
};

/** A datagram may hold several frames; what is none stays in one piece. */
function framesOf(datagram: Buffer): readonly Buffer[] {
  const frames: Buffer[] = [];
  let rest = datagram;
  for (let head = split(rest); head.kind === "frame"; head = split(rest)) {
    frames.push(rest.subarray(0, head.length));
    rest = rest.subarray(head.length);
  }
  return rest.length > 0 ? [...frames, rest] : frames;
}

function meaningOf(frame: Frame): Meaning {
  const { imei: uniqueId, command, content } = frame;
  const answer = answerIn(frame);
  const kept = { kind: "keep", uniqueId, listens: true, ...(answer && { answer }) } as const;
  if (command === "AAA") return { ...kept, records: 1, reply: null };
  if (command === "CCE") return { ...kept, records: recordsInE(content), reply: null };
  if (command !== "CCC") return { ...kept, records: 0, reply: null };
  // The tracker deletes as many records as it is told: never tell it a number we are not sure of.
  const records = recordsInC(content) ?? 0;
  const reply = records > 0 ? serverFrame(frame.identifier, uniqueId, `CCC,${records}`) : null;
  return { ...kept, records, reply };
}

function recordsOf(frame: Frame): readonly DecodedRecord[] {
  const { command, content, body } = frame;
  if (command === "AAA") return [{ fix: readText(body), bytes: body }];
  if (command === "CCC") return readC(content);
  if (command === "CCE") return readE(content);
  if (answerIn(frame)) return [];
  throw new RangeError(`${command} frames carry no positions`);
}
