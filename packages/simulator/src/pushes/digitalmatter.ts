import { Buffer } from "node:buffer";
import type { PushSpeech } from "../push-speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const RECORDS_A_PUSH = 20;
const ELAPSED_TIME = 3;
const VALID_IN_THREE_DIMENSIONS = 3;

/** Digital Matter's HTTP connector in its older form. */
export const digitalmatterPush: PushSpeech = {
  protocol: "digitalmatter",
  contentType: "application/json",
  uniqueIdOf: (imei) => imei,

  report(records, { uniqueId, nextNumber }) {
    const bodies: Buffer[] = [];
    for (let at = 0; at < records.length; at += RECORDS_A_PUSH) {
      const some = records.slice(at, at + RECORDS_A_PUSH);
      const Records = some.map((record) => recordOf(record, nextNumber()));
      bodies.push(Buffer.from(JSON.stringify({ SerNo: 471108, IMEI: uniqueId, Records })));
    }
    return bodies;
  },
};

function recordOf(record: TrackerRecord, SeqNo: number): object {
  const [Long, Lat] = record.position;
  const DateUTC = new Date(record.time).toISOString().slice(0, 19).replace("T", " ");
  return {
    SeqNo,
    Reason: ELAPSED_TIME,
    DateUTC,
    Fields: [
      {
        FType: 0,
        GpsUTC: DateUTC,
        Lat,
        Long,
        Alt: record.altitudeMetres,
        Spd: Math.round((record.speedKilometresPerHour / 3.6) * 100),
        Head: record.headingDegrees,
        GpsStat: record.satellites > 0 ? VALID_IN_THREE_DIMENSIONS : 0,
      },
      { FType: 6, AnalogueData: { 1: record.io.batteryMillivolts ?? 0 } },
    ],
  };
}
