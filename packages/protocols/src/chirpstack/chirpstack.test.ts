import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../testing.ts";
import { chirpstack } from "./chirpstack.ts";

const common = {
  deduplicationId: "5d0a63f2-8f0c-4f3a-9a8b-0d6c6a6d2f11",
  time: "2026-06-19T11:59:58.123456+00:00",
  deviceInfo: { applicationId: "river", deviceName: "bottle 7", devEui: "70b3d57ed005aa02" },
};

const up = {
  ...common,
  devAddr: "01fa2233",
  adr: true,
  dr: 3,
  fCnt: 0,
  fPort: 5,
  confirmed: true,
  data: "AQID/w==",
  object: { temperature: 11 },
  rxInfo: [
    { gatewayId: "0016c001f1500812", rssi: -101, snr: 4.2 },
    { gatewayId: "0016c001f1500813", rssi: -118 },
  ],
  txInfo: { frequency: 867_100_000, modulation: { lora: { spreadingFactor: 8 } } },
};

const bodyOf = (event: object) => Buffer.from(JSON.stringify(event));
const push = (query: Record<string, string>) => ({
  receivedAt: new Date(),
  contentType: "application/json",
  query,
});
const decode = (context: string | null, event: object) =>
  chirpstack.decode(bodyOf(event), { ...PLAIN, context });

function recordOf(context: string, event: object) {
  const decoded = decode(context, event);
  if (!decoded.ok || decoded.records.length !== 1) throw new Error(JSON.stringify(decoded));
  return decoded.records[0];
}

describe("an event", () => {
  it.each([{ event: "up" }, { topic: "application/a1/device/70b3d57ed005aa02/event/up" }])(
    "is one message of its device, with its kind beside it: %j",
    (query) => {
      const body = bodyOf(up);
      expect(chirpstack.unpack(body, push(query))).toEqual({
        ok: true,
        messages: [{ uniqueId: "70B3D57ED005AA02", bytes: body, context: "up" }],
      });
    },
  );

  it.each(["join", "ack", "txack", "log", "integration"])("of kind %s has no record", (kind) => {
    expect(decode(kind, common)).toEqual({ ok: true, records: [] });
  });

  it("of a kind we do not know is kept with the reason", () => {
    expect(decode("weather", common)).toEqual({
      ok: false,
      reason: "an event of no known kind: weather",
    });
    expect(decode(null, common)).toMatchObject({ ok: false });
  });

  it("is refused when it is not JSON, of no device, or of no kind", () => {
    const protobuf = Buffer.from("0a2435643061", "hex");
    expect(chirpstack.unpack(protobuf, push({ event: "up" }))).toEqual({
      ok: false,
      reason: "not a JSON object; set the integration to JSON",
    });
    expect(chirpstack.decode(Buffer.from("{"), PLAIN)).toEqual({
      ok: false,
      reason: "broken JSON",
    });
    expect(chirpstack.unpack(bodyOf({}), push({ event: "up" }))).toMatchObject({ ok: false });
    expect(chirpstack.unpack(bodyOf(up), push({}))).toMatchObject({ ok: false });
  });
});

describe("an uplink", () => {
  it("tells when it was received, how well, and what it carries", () => {
    expect(recordOf("up", up)).toMatchObject({
      fix: {
        time: new Date("2026-06-19T11:59:58.123Z"),
        position: null,
        quality: "none",
        attributes: {
          frameCounter: 0,
          framePort: 5,
          confirmed: true,
          gatewayCount: 2,
          rssi: -101,
          snr: 4.2,
          spreadingFactor: 8,
          frequencyHz: 867_100_000,
        },
      },
      payload: { bytes: Buffer.from([1, 2, 3, 255]), port: 5, object: { temperature: 11 } },
    });
  });

  it("without payload is still heard", () => {
    const record = recordOf("up", { ...up, data: "", rxInfo: undefined });
    expect(record?.payload).toBeUndefined();
    expect(record?.fix.attributes).toMatchObject({ gatewayCount: 0 });
  });

  it("is told from the other events of its instant", () => {
    const location = { ...common, location: { latitude: 51.2, longitude: 4.4 } };
    const records = [
      recordOf("up", up),
      recordOf("up", { ...up, data: "" }),
      recordOf("status", { ...common, margin: 3 }),
      recordOf("location", location),
    ];
    expect(new Set(records.map((record) => String(record?.bytes))).size).toBe(records.length);
  });
});

describe("a status", () => {
  it("tells the battery", () => {
    const told = recordOf("status", { ...common, margin: -4, batteryLevel: 81.5 });
    expect(told?.fix).toMatchObject({
      position: null,
      batteryPercent: 81.5,
      attributes: { linkMarginDecibels: -4 },
    });
  });

  it("tells none when the device has none or does not know", () => {
    for (const why of ["externalPowerSource", "batteryLevelUnavailable"]) {
      const told = recordOf("status", { ...common, margin: 4, [why]: true, batteryLevel: 0 });
      expect(told?.fix.batteryPercent).toBeNull();
    }
  });
});

it("takes a location for one of the network", () => {
  const location = { latitude: 51.22, longitude: 4.39, altitude: 3, accuracy: 90, source: "RSSI" };
  expect(recordOf("location", { ...common, location })?.fix).toMatchObject({
    position: [4.39, 51.22],
    quality: "network",
    altitudeMetres: 3,
    accuracyMetres: 90,
  });
  expect(decode("location", common)).toMatchObject({ ok: false });
});

describe("news of instructions", () => {
  const queueItemId = "f4a7c1de-5a0e-4d4b-8a11-5f3c1c3a0b42";
  const newsOf = (event: string, body: object) => {
    const unpacked = chirpstack.unpack(bodyOf({ ...common, ...body }), push({ event }));
    return unpacked.ok ? unpacked.messages[0]?.news : unpacked.reason;
  };

  it.each([
    ["txack", { queueItemId, gatewayId: "0016c001f1500812" }, "sent"],
    ["ack", { queueItemId, acknowledged: true }, "acknowledged"],
    ["ack", { queueItemId, acknowledged: false }, "retry"],
    [
      "log",
      { level: "ERROR", code: "DOWNLINK_PAYLOAD_SIZE", context: { queue_item_id: queueItemId } },
      "failed",
    ],
  ])("%s %j means %s", (kind, body, outcome) => {
    expect(newsOf(kind, body)).toMatchObject({ key: queueItemId, outcome });
  });

  it("is none in events about other things", () => {
    expect(newsOf("up", up)).toBeUndefined();
    expect(newsOf("txack", { queueItemId: "" })).toBeUndefined();
    expect(newsOf("log", { level: "ERROR", code: "OTAA", context: {} })).toBeUndefined();
    const context = { queue_item_id: queueItemId };
    expect(newsOf("log", { level: "INFO", context })).toBeUndefined();
  });
});
