/** Back offices of satellite networks, which push XML. */
import { Buffer } from "node:buffer";
import type { Position } from "@zpr/model";
import type { PushSpeech } from "../push-speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const ESN_DIGITS = 7;
const WHOLE = 2 ** 23;
const WITHOUT_FIX = 0x08;
const LOW_MILLIVOLTS = 3500;

/** An electronic serial number, as both networks write it. */
const esnOf = (imei: string) => `0-${imei.slice(-ESN_DIGITS)}`;

/** Globalstar: standard messages of nine bytes, u8 status | i24 latitude | i24 longitude | u8 | u8. */
export const globalstarPush: PushSpeech = {
  protocol: "globalstar",
  contentType: "text/xml",
  uniqueIdOf: esnOf,

  report: (records, { uniqueId, nextNumber }) =>
    records.map((record) => {
      const payload = `<payload length="9" source="pc" encoding="hex">0x${payloadOf(record)}</payload>`;
      const unixTime = Math.round(record.time / 1000);
      const message = `<stuMessage><esn>${uniqueId}</esn><unixTime>${unixTime}</unixTime><gps>N</gps>${payload}</stuMessage>`;
      return Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?><stuMessages messageID="${nextNumber()}">${message}</stuMessages>`,
      );
    }),

  // What is refused is said with 200 too, and pushed again.
  isTaken: (said) => said.includes("<state>pass</state>"),
};

/** SPOT: one message a push. */
export const spotPush: PushSpeech = {
  protocol: "spot",
  contentType: "text/xml",
  uniqueIdOf: esnOf,

  report: (records, { uniqueId, nextNumber }) =>
    records.map((record) => {
      const [longitude, latitude] = record.satellites > 0 ? record.position : [0, 0];
      const battery = (record.io.batteryMillivolts ?? 0) < LOW_MILLIVOLTS ? "LOW" : "GOOD";
      return Buffer.from(
        `<messageList><header><totalCount>1</totalCount></header><message><id>${nextNumber()}</id><esn>${uniqueId}</esn>` +
          `<messageType>TRACK</messageType><timestamp>${new Date(record.time).toISOString()}</timestamp>` +
          `<latitude>${latitude}</latitude><longitude>${longitude}</longitude><batteryState>${battery}</batteryState></message></messageList>`,
      );
    }),
};

function payloadOf({ position, satellites }: TrackerRecord): string {
  const [longitude, latitude]: Position = position;
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(satellites > 0 ? 0 : WITHOUT_FIX, 0);
  bytes.writeIntBE(Math.round((latitude / 90) * WHOLE), 1, 3);
  bytes.writeIntBE(Math.round((longitude / 180) * WHOLE), 4, 3);
  return bytes.toString("hex");
}
