/**
 * A tracker that speaks H02, whose server acknowledges nothing; it hears instructions on its line.
 * Written from the tracker's side:
 *
 *   *HQ,<id>,V1,<hhmmss>,<A|V>,<ddmm.mmmm>,<N|S>,<dddmm.mmmm>,<E|W>,<knots>,<course>,<ddmmyy>,<status>#
 *   *HQ,<id>,V4,<command>,<hhmmss>#    done
 */
import { Buffer } from "node:buffer";
import type { Heard, Speech } from "../speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const KILOMETRES_IN_KNOT = 1.852;
const ALL_IS_WELL = "FFFFFBFF";

/** What an H02 tracker says over TCP or UDP. */
export const h02Speech: Speech = {
  protocol: "h02",
  transports: ["tcp", "udp"],
  isAnswered: false,
  commandText: "D1,60",
  greeting: () => null,
  report: (records, { uniqueId }) => records.map((record) => encodeRecord(record, uniqueId)),

  hear(received, { uniqueId }): Heard {
    const end = received.indexOf("#");
    if (end === -1) return { kind: "incomplete" };
    const length = end + 1;
    const [, id, command = "", clock, ...parameters] = received
      .toString("latin1", 1, end)
      .split(",");
    if (id !== uniqueId) return { kind: "other", length };
    const answer = Buffer.from(`*HQ,${uniqueId},V4,${command},${clock}#`);
    return { kind: "command", length, text: [command, ...parameters].join(","), answer };
  },
};

function encodeRecord(record: TrackerRecord, uniqueId: string): Buffer {
  const [longitude, latitude] = record.position;
  const [day, clock] = new Date(record.time).toISOString().split("T") as [string, string];
  const fields = [
    "*HQ",
    uniqueId,
    "V1",
    clock.slice(0, 8).replaceAll(":", ""),
    record.satellites > 0 ? "A" : "V",
    degreesAndMinutes(latitude, 2),
    latitude < 0 ? "S" : "N",
    degreesAndMinutes(longitude, 3),
    longitude < 0 ? "W" : "E",
    (record.speedKilometresPerHour / KILOMETRES_IN_KNOT).toFixed(2),
    Math.round(record.headingDegrees),
    day.slice(2).split("-").reverse().join(""),
    ALL_IS_WELL,
  ];
  return Buffer.from(`${fields.join(",")}#`);
}

/** Rounded once, so that 59.99999 minutes are a degree and not 60 minutes. */
function degreesAndMinutes(value: number, digits: number): string {
  const tenThousandths = Math.round(Math.abs(value) * 600_000);
  const minutes = ((tenThousandths % 600_000) / 10_000).toFixed(4).padStart(7, "0");
  return `${String(Math.floor(tenThousandths / 600_000)).padStart(digits, "0")}${minutes}`;
}
