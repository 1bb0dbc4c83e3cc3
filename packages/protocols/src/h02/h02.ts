/**
 * H02, the text protocol of many cheap GPS trackers, from public protocol descriptions.
 *
 *   *HQ,<id>,V1,<hhmmss>,<A|V|B>,<ddmm.mmmm>,<N|S>,<dddmm.mmmm>,<E|W>,<knots>,<course>,<ddmmyy>,<status>[,MCC,MNC,LAC,cell]#
 *   *HQ,<id>,V4,<command>,<hhmmss>,...#          answers an instruction
 *   *HQ,<id>,LINK,<hhmmss>,<gsm>,<satellites>,<battery %>,<steps>,<turns>,<ddmmyy>,...#
 *   *HQ,<id>,<command>,<hhmmss>,...#             an instruction
 *
 * A fix is A (valid), V (the last one repeated) or B (by cells).
 */
import { Buffer } from "node:buffer";
import { emptyFix, type Fix, type FixQuality } from "@zpr/model";
import type { CommandLanguage, Worded } from "../command-language.ts";
import type { DecodedRecord, Meaning, Protocol, Split } from "../protocol.ts";

const START = 0x2a;
const END = 0x23;
const LONGEST_FRAME = 512;
const METRES_PER_SECOND_IN_KNOT = 1852 / 3600;
/** Where the fields of a position stand. */
const POSITION_FIELDS = 13;

/** H02 over TCP and UDP. It acknowledges nothing: what a tracker has sent it takes for delivered. */
export const h02: Protocol = {
  name: "h02",
  port: 5013,
  transports: ["tcp", "udp"],
  split,

  understand(frame): Meaning {
    const fields = fieldsOf(frame);
    const [, uniqueId = "", kind, command = ""] = fields;
    if (!/^\d{8,15}$/.test(uniqueId))
      return { kind: "keep-corrupt", reply: null, reason: "no frame with a tracker's number" };
    const records = recordsIn(frame, fields);
    return {
      kind: "keep",
      uniqueId,
      records: "reason" in records ? 0 : records.length,
      reply: null,
      listens: true,
      ...(kind === "V4" && {
        answer: { key: command, outcome: "acknowledged", text: fields.slice(3).join(",") },
      }),
    };
  },

  decode(frame) {
    const records = recordsIn(frame, fieldsOf(frame));
    return "reason" in records ? { ok: false, ...records } : { ok: true, records };
  },

  commands: commandLanguage(),
};

function split(buffer: Buffer): Split {
  if (buffer.length === 0) return { kind: "incomplete" };
  if (buffer[0] !== START) return { kind: "noise", reason: "no * at the start" };
  const end = buffer.indexOf(END);
  if (end >= 0 && end < LONGEST_FRAME) return { kind: "frame", length: end + 1 };
  if (buffer.length < LONGEST_FRAME) return { kind: "incomplete" };
  return { kind: "noise", reason: "a frame without an end" };
}

function fieldsOf(frame: Buffer): readonly string[] {
  const text = frame.toString("latin1");
  return text.startsWith("*") && text.endsWith("#") ? text.slice(1, -1).split(",") : [];
}

type Records = readonly DecodedRecord[] | { readonly reason: string };

function recordsIn(frame: Buffer, fields: readonly string[]): Records {
  const [, , kind] = fields;
  if (kind === "V1" || kind === "V6") return asRecord(frame, positionIn(fields));
  if (kind === "LINK") return asRecord(frame, healthIn(fields));
  if (kind === "V4") return [];
  return { reason: kind ? `no layout for ${kind}` : "no fields" };
}

function asRecord(frame: Buffer, fix: Fix | undefined): Records {
  return fix ? [{ fix, bytes: frame }] : { reason: "a field is not what it should be" };
}

function positionIn(fields: readonly string[]): Fix | undefined {
  const [, , , clock, validity = "", lat, ns, lon, ew, knots, course, day, status] = fields;
  const time = timeOf(day, clock);
  const latitude = degrees(lat, ns === "S");
  const longitude = degrees(lon, ew === "W");
  const quality = QUALITIES[validity];
  if (fields.length < POSITION_FIELDS || !time || !quality) return undefined;
  if (latitude === undefined || longitude === undefined) return undefined;
  const speed = numberOf(knots);
  return {
    ...emptyFix(time),
    quality,
    position: [longitude, latitude],
    speedMetresPerSecond: speed === null ? null : speed * METRES_PER_SECOND_IN_KNOT,
    headingDegrees: numberOf(course),
    attributes: { ...(status && { status }), ...cellIn(fields) },
  };
}

function healthIn(fields: readonly string[]): Fix | undefined {
  const [, , , clock, gsmSignal, satellites, batteryPercent, , , day] = fields;
  const time = timeOf(day, clock);
  const signal = numberOf(gsmSignal);
  return (
    time && {
      ...emptyFix(time),
      satellites: numberOf(satellites),
      batteryPercent: numberOf(batteryPercent),
      attributes: signal === null ? {} : { gsmSignal: signal },
    }
  );
}

const QUALITIES: Readonly<Record<string, FixQuality>> = { A: "valid", V: "stale", B: "network" };

const CELL_NAMES = ["mobileCountryCode", "mobileNetworkCode", "locationAreaCode", "cellId"];

function cellIn(fields: readonly string[]): Readonly<Record<string, number>> {
  const values = fields.slice(POSITION_FIELDS, POSITION_FIELDS + CELL_NAMES.length).map(numberOf);
  return Object.fromEntries(
    values.flatMap((value, index) => (value === null ? [] : [[CELL_NAMES[index], value]])),
  );
}

/** `ddmm.mmmm` or `dddmm.mmmm` as degrees. */
function degrees(text: string | undefined, isNegative: boolean): number | undefined {
  const parts = /^(\d{2,3})(\d{2}\.\d+)$/.exec(text ?? "");
  if (!parts) return undefined;
  const value = Number(parts[1]) + Number(parts[2]) / 60;
  return isNegative ? -value : value;
}

function timeOf(day: string | undefined, clock: string | undefined): Date | undefined {
  const date = /^(\d\d)(\d\d)(\d\d)$/.exec(day ?? "");
  const hours = /^(\d\d)(\d\d)(\d\d)$/.exec(clock ?? "");
  if (!date || !hours) return undefined;
  const time = new Date(
    `20${date[3]}-${date[2]}-${date[1]}T${hours[1]}:${hours[2]}:${hours[3]}.000Z`,
  );
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function numberOf(text: string | undefined): number | null {
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Instructions are `<command>[,parameters]`; the tracker answers with V4 and the command's name. */
function commandLanguage(): CommandLanguage {
  return {
    textHint: "a command and its parameters: D1,60 for a report every 60 s, R1 to restart",

    wordsFor(action): Worded {
      if (action.name === "set-interval") return { ok: true, text: `D1,${action.seconds}` };
      if (action.name === "reboot") return { ok: true, text: "R1" };
      return { ok: false, reason: `H02 has no command for ${action.name}` };
    },

    encode(text, { uniqueId }) {
      const [, command = "", parameters = ""] = /^([A-Z]\d{1,2})((,[\w.]+)*)$/.exec(text) ?? [];
      if (!command) return { ok: false, reason: "a command is a letter and a number, such as D1" };
      // The time in a command is any: the tracker only gives it back.
      const bytes = Buffer.from(`*HQ,${uniqueId},${command},000000${parameters}#`, "latin1");
      return { ok: true, key: command, bytes };
    },
  };
}
