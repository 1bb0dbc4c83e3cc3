/**
 * LoRaWAN devices whose network decodes their payload of 11 bytes and tells the result beside it:
 *
 *   i32 longitude*1e6 | i32 latitude*1e6 | u8 satellites | u16 battery mV     big-endian, port 2
 */
import { Buffer } from "node:buffer";
import type { PushSpeech } from "../push-speech.ts";
import type { TrackerRecord } from "../teltonika-encode.ts";

const PORT = 2;
const COUNTER_ENDS = 65_536;

/** A DevEUI that no maker gives away: it begins with a locally made A. */
const devEuiOf = (imei: string) => `A${imei}`;

/** The Things Stack, pushing uplinks. */
export const ttnPush: PushSpeech = {
  protocol: "ttn",
  contentType: "application/json",
  uniqueIdOf: devEuiOf,

  report: (records, { uniqueId, nextNumber }) =>
    records.map((record) => {
      const receivedAt = new Date(record.time).toISOString();
      return json({
        end_device_ids: {
          device_id: `device-${uniqueId.toLowerCase()}`,
          application_ids: { application_id: "simulated" },
          dev_eui: uniqueId,
        },
        received_at: receivedAt,
        uplink_message: {
          f_port: PORT,
          f_cnt: nextNumber() % COUNTER_ENDS,
          frm_payload: payloadOf(record).toString("base64"),
          decoded_payload: objectOf(record),
          rx_metadata: [{ gateway_ids: { gateway_id: "quay" }, rssi: -104, snr: 4.5 }],
          settings: { data_rate: { lora: { spreading_factor: 9 } }, frequency: "868300000" },
          received_at: receivedAt,
        },
      });
    }),
};

/** ChirpStack, pushing uplinks. */
export const chirpstackPush: PushSpeech = {
  protocol: "chirpstack",
  contentType: "application/json",
  query: "event=up",
  uniqueIdOf: devEuiOf,

  report: (records, { uniqueId, nextNumber }) =>
    records.map((record) => {
      const counter = nextNumber() % COUNTER_ENDS;
      return json({
        deduplicationId: `${uniqueId}-${counter}`,
        time: new Date(record.time).toISOString(),
        deviceInfo: { deviceName: "simulated", devEui: uniqueId.toLowerCase() },
        devAddr: "01fa2233",
        fCnt: counter,
        fPort: PORT,
        confirmed: false,
        data: payloadOf(record).toString("base64"),
        object: objectOf(record),
        rxInfo: [{ gatewayId: "0016c001f1500812", rssi: -101, snr: 4.2 }],
        txInfo: { frequency: 867_100_000, modulation: { lora: { spreadingFactor: 9 } } },
      });
    }),
};

function json(body: object): Buffer {
  return Buffer.from(JSON.stringify(body));
}

function payloadOf({ position: [longitude, latitude], satellites, io }: TrackerRecord): Buffer {
  const bytes = Buffer.alloc(11);
  bytes.writeInt32BE(Math.round(longitude * 1e6), 0);
  bytes.writeInt32BE(Math.round(latitude * 1e6), 4);
  bytes.writeUInt8(satellites, 8);
  bytes.writeUInt16BE(io.batteryMillivolts ?? 0, 9);
  return bytes;
}

function objectOf({ position: [longitude, latitude], satellites, io }: TrackerRecord): object {
  return {
    longitude,
    latitude,
    cached: satellites === 0,
    batV: (io.batteryMillivolts ?? 0) / 1000,
  };
}
