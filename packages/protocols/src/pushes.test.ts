import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DecodedRecord } from "./protocol.ts";
import { pushProtocolNamed } from "./registry.ts";
import { PLAIN } from "./testing.ts";

const ids = {
  device_id: "b",
  application_ids: { application_id: "r" },
  dev_eui: "70b3d57ed005aa01",
};
const received = { end_device_ids: ids, received_at: "2026-06-19T12:00:00.1Z" };
const deviceInfo = { applicationId: "r", devEui: "70b3d57ed005aa01" };
const heard = { time: "2026-06-19T12:00:00.1+00:00", deviceInfo };

/** An event of each kind with all members that we look at. */
const EVENTS = {
  ttn: {
    up: {
      ...received,
      simulated: true,
      uplink_message: {
        f_port: 1,
        f_cnt: 2,
        frm_payload: "AQI=",
        confirmed: true,
        decoded_payload: { a: 1 },
        last_battery_percentage: { value: 50 },
        rx_metadata: [{ rssi: -90, snr: 1 }],
        settings: { data_rate: { lora: { spreading_factor: 7 } }, frequency: "868100000" },
        received_at: "2026-06-19T12:00:00.0Z",
      },
    },
    location: {
      ...received,
      location_solved: {
        service: "s",
        location: { latitude: 1, longitude: 2, altitude: 3, accuracy: 4, source: "GPS" },
      },
    },
    failed: {
      ...received,
      downlink_failed: {
        downlink: { correlation_ids: ["zpr:cmd:1"] },
        error: { message_format: "{a} {b}", attributes: { a: 1, b: "x" } },
      },
    },
  },
  chirpstack: {
    up: {
      ...heard,
      fCnt: 1,
      fPort: 2,
      confirmed: true,
      data: "AQI=",
      object: { a: 1 },
      rxInfo: [{ rssi: -90, snr: 1 }],
      txInfo: { frequency: 868100000, modulation: { lora: { spreadingFactor: 7 } } },
    },
    status: { ...heard, margin: 1, batteryLevel: 50, externalPowerSource: false },
    location: { ...heard, location: { latitude: 1, longitude: 2, accuracy: 4, source: "GPS" } },
    ack: { ...heard, queueItemId: "f4a7", acknowledged: true },
    txack: { ...heard, queueItemId: "f4a7", gatewayId: "00" },
    log: { ...heard, level: "ERROR", code: "C", context: { queue_item_id: "f4a7" } },
  },
  digitalmatter: {
    classic: {
      SerNo: 1,
      IMEI: "356307042441013",
      FW: "97.2.1.11",
      Records: [
        {
          SeqNo: 1,
          Reason: 3,
          DateUTC: "2026-06-19 12:00:00",
          Fields: [
            {
              FType: 0,
              GpsUTC: "2026-06-19 12:00:00",
              Lat: 1,
              Long: 2,
              Alt: 3,
              Spd: 4,
              SpdAcc: 5,
              Head: 6,
              PDOP: 7,
              PosAcc: 8,
              GpsStat: 3,
            },
            { FType: 2, DIn: 1, DOut: 2, DevStat: 3 },
            { FType: 6, AnalogueData: { "1": 4000, "7": 5 } },
            { FType: 15, TT: 2 },
          ],
        },
      ],
    },
    edge: {
      date: "2026-06-19T12:00:00Z",
      device: { sn: "1", imei: "356307042441013", fw: "1.12" },
      sqn: 1,
      reason: 3,
      lat: 1,
      lng: 2,
      posAcc: 3,
      posInfo: { HDOP: 1, PDOP: 2, GDOP: 3, BSat: 4, GSat: 5, Src: 1 },
      analogues: [{ id: 1, val: 4000 }],
      counters: [{ id: 1, val: 5 }],
      inputs: 1,
      outputs: 2,
      status: 3,
    },
  },
};

/** What no text column can hold. */
const CONTROL = /\p{Cc}/u;

type Path = readonly (string | number)[];

function pathsOf(value: unknown, to: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [to];
  return [to, ...Object.entries(value).flatMap(([key, inside]) => pathsOf(inside, [...to, key]))];
}

/** The same value with another one in a place. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? replaced(one, rest, by) : one));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "",
    "0",
    "\u0000",
    "zpr:cmd:\u0000",
    "-1e400",
    "9999-99-99T99:99:99Z",
    "+300000-01-01T00:00:00Z",
    [],
    {},
  ),
  fc.constantFrom({ toString: 1 }, { __proto__: null }, Number.MAX_VALUE, -0, null),
);

describe.each(["ttn", "chirpstack", "digitalmatter"] as const)("%s", (name) => {
  const protocol = pushProtocolNamed(name);
  const events = Object.entries(EVENTS[name]).map(([kind, event]) => ({ kind, event }));

  /** Reads as the server does, and looks at all that would be stored. */
  function read(kind: string, bytes: Buffer): void {
    const push = { receivedAt: new Date(), contentType: "", query: { event: kind } };
    const unpacked = protocol?.unpack(bytes, push);
    for (const { uniqueId, news } of unpacked?.ok ? unpacked.messages : [])
      expect(`${uniqueId}${news?.key}${news?.text}`).not.toMatch(CONTROL);
    const decoded = protocol?.decode(bytes, { ...PLAIN, context: kind });
    if (decoded?.ok) decoded.records.forEach(checkRecord);
  }

  function checkRecord({ fix, bytes }: DecodedRecord): void {
    expect(fix.time.getTime()).not.toBeNaN();
    expect(bytes.length).toBeGreaterThan(0);
    for (const value of Object.values(fix.attributes))
      expect(`${typeof value} ${value}`).toMatch(/^(string|boolean|number) \P{Cc}+$/u);
    for (const value of [...(fix.position ?? []), fix.batteryPercent ?? 0, fix.hdop ?? 0])
      expect(value).toSatisfy(Number.isFinite);
    expect(Math.abs(fix.satellites ?? 0)).toBeLessThan(2 ** 15);
  }

  it("takes any value in any place for what it is", () => {
    const changed = fc.constantFrom(...events).chain(({ kind, event }) =>
      fc.record({
        kind: fc.constant(kind),
        body: fc
          .tuple(fc.constantFrom(...pathsOf(event)), odd)
          .map(([path, by]) => JSON.stringify(replaced(event, path, by)) ?? ""),
      }),
    );
    fc.assert(
      fc.property(changed, ({ kind, body }) => read(kind, Buffer.from(body))),
      { numRuns: 3000 },
    );
  });

  it("answers any bytes with a value", () => {
    const kinds = fc.constantFrom(...events.map(({ kind }) => kind));
    fc.assert(
      fc.property(kinds, fc.uint8Array({ maxLength: 200 }), (kind, bytes) =>
        read(kind, Buffer.from(bytes)),
      ),
    );
  });
});
