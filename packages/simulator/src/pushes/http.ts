import { Buffer } from "node:buffer";
import type { PushSpeech } from "../push-speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const RECORDS_A_PUSH = 50;

/** A script that pushes our own JSON, in lists. */
export const httpPush: PushSpeech = {
  protocol: "http",
  contentType: "application/json",
  uniqueIdOf: (imei) => imei,

  report(records, { uniqueId }) {
    const bodies: Buffer[] = [];
    for (let at = 0; at < records.length; at += RECORDS_A_PUSH) {
      const messages = records
        .slice(at, at + RECORDS_A_PUSH)
        .map((one) => messageOf(one, uniqueId));
      bodies.push(Buffer.from(JSON.stringify(messages)));
    }
    return bodies;
  },
};

function messageOf(record: TrackerRecord, id: string): object {
  const { batteryMillivolts, hdopTenths } = record.io;
  return {
    id,
    time: new Date(record.time).toISOString(),
    position: record.position,
    fix: record.satellites > 0 ? "valid" : "stale",
    speedMetresPerSecond: record.speedKilometresPerHour / 3.6,
    headingDegrees: record.headingDegrees,
    satellites: record.satellites,
    ...(hdopTenths !== undefined && { hdop: hdopTenths / 10 }),
    ...(batteryMillivolts !== undefined && { batteryVolts: batteryMillivolts / 1000 }),
  };
}
