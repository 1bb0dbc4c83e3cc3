/**
 * A Queclink GL300 with receipts switched on, written from the tracker's side of @Track in ASCII:
 *
 *   +RESP:GTFRI,version,IMEI,name,id,type,n, n positions, battery %,send time,count$
 *   position  accuracy (0: no fix),km/h,azimuth,altitude,longitude,latitude,UTC,MCC,MNC,LAC,cell,odometer
 *
 * The server says +SACK:count$ to each message; AT+GTxxx=password,...,serial$ is a command, answered
 * by +ACK with the same serial.
 */
import { Buffer } from "node:buffer";
import type { Heard, Speaker, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const POSITIONS_PER_REPORT = 15;
const VERSION = "300400";
/** Answers are counted from here, so that a receipt for one is not taken for that of a report. */
const ANSWERS_FROM = 0x8000;
const CELL_AND_NO_ODOMETER = "0206,0001,0BCD,00C8,";

/** What a GL300 says over TCP or UDP. */
export const queclinkSpeech: Speech = {
  protocol: "queclink",
  transports: ["tcp", "udp"],
  isAnswered: true,
  commandText: "AT+GTRTO=gl300,1,,,,,,FFFF$",
  greeting: () => null,

  report(records, speaker) {
    const messages: Buffer[] = [];
    for (let at = 0; at < records.length; at += POSITIONS_PER_REPORT) {
      const some = records.slice(at, at + POSITIONS_PER_REPORT);
      const last = some.at(-1);
      const fields = [0, 0, some.length, ...some.map(position), last?.io.batteryPercent ?? ""];
      const count = speaker.nextNumber() % ANSWERS_FROM;
      messages.push(message("+RESP:GTFRI", fields, { speaker, count, time: last?.time ?? 0 }));
    }
    return messages;
  },

  hear(received, speaker): Heard {
    const length = received.indexOf("$") + 1;
    if (length === 0) return { kind: "incomplete" };
    const text = received.toString("latin1", 0, length);
    const count = /^\+SACK:([0-9A-F]{4})\$$/.exec(text)?.[1];
    if (count)
      return { kind: Number.parseInt(count, 16) < ANSWERS_FROM ? "accepted" : "other", length };
    const [, name, serial] = /^AT\+GT([A-Z]{3})=gl300,.*,([0-9A-F]{4})\$$/.exec(text) ?? [];
    if (!name || !serial) return { kind: "other", length };
    const answered = ANSWERS_FROM + (speaker.nextNumber() % ANSWERS_FROM);
    const about = { speaker, count: answered, time: Date.now() };
    return { kind: "command", length, text, answer: message(`+ACK:GT${name}`, [serial], about) };
  },
};

interface About {
  readonly speaker: Speaker;
  readonly count: number;
  /** When it is sent. */
  readonly time: number;
}

function message(
  head: string,
  fields: readonly (string | number)[],
  { speaker, count, time }: About,
): Buffer {
  const number = count.toString(16).toUpperCase().padStart(4, "0");
  const all = [head, VERSION, speaker.uniqueId, "", ...fields, clock(time), number];
  return Buffer.from(`${all.join(",")}$`, "latin1");
}

function position(record: TrackerRecord): string {
  const [longitude, latitude] = record.position;
  const accuracy = Math.min(50, Math.max(1, Math.round((record.io.hdopTenths ?? 10) / 10)));
  return [
    record.satellites > 0 ? accuracy : 0,
    record.speedKilometresPerHour.toFixed(1),
    Math.round(record.headingDegrees) % 360,
    record.altitudeMetres.toFixed(1),
    longitude.toFixed(6),
    latitude.toFixed(6),
    clock(record.time),
    CELL_AND_NO_ODOMETER,
  ].join(",");
}

/** YYYYMMDDHHMMSS in UTC. */
function clock(time: number): string {
  return new Date(time).toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
