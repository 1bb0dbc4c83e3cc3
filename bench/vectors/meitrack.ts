import type { Comparison, Verdict } from "./comparison.ts";
import {
  compareFraming,
  compareOutcome,
  ofName,
  type PublishedVector,
  type Reading,
  readingOf,
} from "./published-frame.ts";
import { ALIKE, alikeIf, explained, near, same, together } from "./verdicts.ts";

/** The first identifier, with which published commands go out. */
const IDENTIFIER_A = 58;

interface MeitrackVector extends PublishedVector {
  readonly expected?: {
    readonly firstFrame?: string;
    readonly attribute?: { readonly result?: string };
    readonly time?: string;
    readonly valid?: boolean;
    readonly lat?: number;
    readonly lon?: number;
  };
}

const meitrack = ofName("meitrack");

/** Framing, checksums, positions in words and in bytes, answers and a command. */
export const meitrackComparison: Comparison = {
  protocol: "meitrack",
  files: /^meitrack.*\.json$/,
  compare(vector: MeitrackVector) {
    if (vector.kind === "frame") return compareFraming(meitrack, vector);
    if (vector.kind === "encode") return compareCommand(vector.text ?? "");
    const { hex, text = "" } = vector;
    return compareFrame(hex ? Buffer.from(hex, "hex") : Buffer.from(withEnd(text)), vector);
  },
};

/** Published lines have lost the end that belongs to them. */
function withEnd(line: string): string {
  return `${line.trimEnd()}\r\n`;
}

function compareCommand(line: string): Verdict {
  const [, uniqueId = "", words = ""] = /^@@A\d+,(\d+),(.*)\*/.exec(line) ?? [];
  const to = { id: IDENTIFIER_A, uniqueId, model: null, settings: {} };
  const encoded = meitrack.commands.encode(words, to);
  const ours = encoded.ok ? encoded.bytes.toString() : encoded.reason;
  return same("the command", ours, withEnd(line));
}

function compareFrame(frame: Buffer, vector: MeitrackVector): Verdict {
  const reading = readingOf(meitrack, frame);
  if (reading.meaning.kind === "keep-corrupt")
    return isSumWrong(frame) && reading.meaning.reason === "checksum"
      ? explained("its checksum is wrong: kept as corrupt")
      : alikeIf(false, `it is not taken: ${reading.meaning.reason}`);
  const { result, ...others } = vector.expected?.attribute ?? {};
  if (result !== undefined) return compareAnswer(reading, result);
  return together([
    compareOutcome(vector, reading),
    compareWords(frame.toString("latin1"), reading),
    compareStated(vector, reading),
    alikeIf(Object.keys(others).length === 0, `nothing is compared with ${JSON.stringify(others)}`),
  ]);
}

/** The sum of all bytes up to the asterisk, as the vendor defines it. */
function isSumWrong(frame: Buffer): boolean {
  const end = frame.lastIndexOf("*") + 1;
  const sum = frame.subarray(0, end).reduce((total, byte) => (total + byte) % 256, 0);
  return sum !== Number.parseInt(frame.toString("latin1", end, end + 2), 16);
}

function compareAnswer({ meaning }: Reading, result: string): Verdict {
  return same("the answer", meaning.kind === "keep" && meaning.answer?.text, result);
}

/** What a line says in plain words: where, when, whether fixed. */
function compareWords(line: string, { fixes: [fix] }: Reading): Verdict {
  const words = /,AAA,\d+,(-?[\d.]+),(-?[\d.]+),(\d{12}),([AV]),/.exec(line);
  if (!words) return ALIKE;
  const [, latitude, longitude, time, fixed] = words;
  return together([
    near("the latitude", fix?.position?.[1], Number(latitude)),
    near("the longitude", fix?.position?.[0], Number(longitude)),
    same("the time", fix?.time.toISOString().replaceAll(/\D/g, "").slice(2, 14), time),
    same("whether it is fixed", fix?.quality === "valid", fixed === "A"),
  ]);
}

function compareStated({ expected }: MeitrackVector, { fixes: [fix] }: Reading): Verdict {
  const { time, lat, lon, valid } = expected ?? {};
  return together([
    ...(time === undefined ? [] : [same("the time", fix?.time.toISOString(), time)]),
    ...(lat === undefined ? [] : [near("the latitude", fix?.position?.[1], lat)]),
    ...(lon === undefined ? [] : [near("the longitude", fix?.position?.[0], lon)]),
    ...(valid === undefined ? [] : [same("whether it is fixed", fix?.quality === "valid", valid)]),
  ]);
}
