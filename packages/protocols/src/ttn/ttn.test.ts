import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../testing.ts";
import { ttn } from "./ttn.ts";

const ids = {
  device_id: "bottle-7",
  application_ids: { application_id: "river" },
  dev_eui: "70b3d57ed005aa01",
  dev_addr: "260B1234",
};

const uplink = {
  session_key_id: "AZpdcJdm3ixYYWExQAIgUg==",
  f_port: 2,
  f_cnt: 841,
  frm_payload: "AQID/w==",
  decoded_payload: { latitude: 51.2 },
  rx_metadata: [
    { gateway_ids: { gateway_id: "quay" }, rssi: -110, snr: -3.5 },
    { gateway_ids: { gateway_id: "tower" }, rssi: -97 },
  ],
  settings: {
    data_rate: { lora: { bandwidth: 125000, spreading_factor: 9, coding_rate: "4/5" } },
    frequency: "868300000",
  },
  received_at: "2026-06-19T11:59:58.123456789Z",
};

const up = {
  end_device_ids: ids,
  correlation_ids: ["as:up:01J0"],
  received_at: "2026-06-19T11:59:58.345Z",
  uplink_message: uplink,
};

const PUSH = { receivedAt: new Date(), contentType: "application/json", query: {} };

const bodyOf = (event: object) => Buffer.from(JSON.stringify(event));
const decode = (event: object) => ttn.decode(bodyOf(event), PLAIN);

function recordOf(event: object) {
  const decoded = decode(event);
  if (!decoded.ok || decoded.records.length !== 1) throw new Error(JSON.stringify(decoded));
  return decoded.records[0];
}

describe("an uplink", () => {
  it("is one message of its device, exactly as it came", () => {
    const body = bodyOf(up);
    expect(ttn.unpack(body, PUSH)).toEqual({
      ok: true,
      messages: [{ uniqueId: "70B3D57ED005AA01", bytes: body }],
    });
  });

  it("tells when it was received, how well, and what it carries", () => {
    expect(recordOf(up)).toMatchObject({
      fix: {
        time: new Date("2026-06-19T11:59:58.123Z"),
        position: null,
        quality: "none",
        attributes: {
          frameCounter: 841,
          framePort: 2,
          confirmed: false,
          gatewayCount: 2,
          rssi: -97,
          snr: 0,
          spreadingFactor: 9,
          frequencyHz: 868_300_000,
        },
      },
      payload: { bytes: Buffer.from([1, 2, 3, 255]), port: 2, object: { latitude: 51.2 } },
    });
  });

  it("may leave out what is zero, false or empty", () => {
    const { f_cnt: _, f_port: __, frm_payload: ___, ...rest } = uplink;
    const record = recordOf({ ...up, uplink_message: { ...rest, rx_metadata: [{}] } });
    expect(record?.payload).toBeUndefined();
    expect(record?.fix.attributes).toMatchObject({
      frameCounter: 0,
      framePort: 0,
      gatewayCount: 1,
      rssi: 0,
      snr: 0,
    });
  });

  it("is known again when it comes by another way", () => {
    const stored = { result: { ...up, correlation_ids: undefined } };
    const { decoded_payload: _, session_key_id: __, ...masked } = uplink;
    const again = { ...up, correlation_ids: ["as:up:other"], uplink_message: masked };
    for (const event of [stored, again]) {
      expect(recordOf(event)?.bytes).toEqual(recordOf(up)?.bytes);
      expect(recordOf(event)?.fix.time).toEqual(recordOf(up)?.fix.time);
      expect(ttn.unpack(bodyOf(event), PUSH)).toMatchObject({
        messages: [{ uniqueId: "70B3D57ED005AA01" }],
      });
    }
  });

  it("says that it is simulated, and the battery the network last heard of", () => {
    const record = recordOf({
      ...up,
      simulated: true,
      uplink_message: { ...uplink, last_battery_percentage: { f_cnt: 800, value: 62.5 } },
    });
    expect(record?.fix).toMatchObject({ batteryPercent: 62.5, attributes: { simulated: true } });
  });

  it("without any time is not taken for one of now", () => {
    const { received_at: _, ...timeless } = uplink;
    expect(decode({ end_device_ids: ids, uplink_message: timeless })).toEqual({
      ok: false,
      reason: "an uplink without a time of reception",
    });
  });
});

describe("a solved location", () => {
  it("is a position of the network, not of the device", () => {
    const solved = {
      service: "geolocation-v3",
      location: { latitude: 51.22, longitude: 4.39, accuracy: 120, source: "SOURCE_LORA_TDOA" },
    };
    expect(
      recordOf({ ...up, uplink_message: undefined, location_solved: solved })?.fix,
    ).toMatchObject({
      time: new Date(up.received_at),
      position: [4.39, 51.22],
      quality: "network",
      accuracyMetres: 120,
      attributes: { service: "geolocation-v3", source: "SOURCE_LORA_TDOA" },
    });
  });

  it("on the equator or the first meridian leaves out a coordinate", () => {
    const at = (location: object) =>
      recordOf({ ...up, uplink_message: undefined, location_solved: { location } })?.fix.position;
    expect(at({ latitude: 51.5 })).toEqual([0, 51.5]);
    expect(at({ longitude: 9.7 })).toEqual([9.7, 0]);
    expect(at({ accuracy: 9 })).toBeNull();
  });
});

describe("news of instructions", () => {
  const downlink = {
    f_port: 15,
    frm_payload: "vu8=",
    correlation_ids: ["as:downlink:01J1", "zpr:cmd:42"],
  };
  const newsOf = (event: object) => {
    const unpacked = ttn.unpack(bodyOf({ end_device_ids: ids, ...event }), PUSH);
    return unpacked.ok ? unpacked.messages[0]?.news : unpacked.reason;
  };

  it.each([
    ["downlink_queued", "sent"],
    ["downlink_sent", "sent"],
    ["downlink_ack", "acknowledged"],
    ["downlink_nack", "sent"],
  ])("%s means %s", (kind, outcome) => {
    expect(newsOf({ [kind]: downlink })).toMatchObject({ key: "zpr:cmd:42", outcome });
    expect(decode({ end_device_ids: ids, [kind]: downlink })).toEqual({ ok: true, records: [] });
  });

  it("says why one failed", () => {
    const error = {
      message_format: "application payload of {size} bytes is too long",
      attributes: { size: 80 },
    };
    expect(newsOf({ downlink_failed: { downlink, error } })).toEqual({
      key: "zpr:cmd:42",
      outcome: "failed",
      text: "application payload of 80 bytes is too long",
    });
  });

  it("is nobody's when somebody else asked", () => {
    expect(newsOf({ downlink_ack: { ...downlink, correlation_ids: ["as:x"] } })).toBeUndefined();
    expect(newsOf({ downlink_sent: { f_port: 3 } })).toBeUndefined();
  });
});

describe("what is no event", () => {
  it.each(["", "[]", "{", "null", "12", "\u0000"])("is refused: %j", (text) => {
    const reason = "not a JSON object";
    expect(ttn.unpack(Buffer.from(text), PUSH)).toEqual({ ok: false, reason });
    expect(ttn.decode(Buffer.from(text), PLAIN)).toEqual({ ok: false, reason });
  });

  it("is refused when it names no device or nothing that happened", () => {
    expect(ttn.unpack(bodyOf({ end_device_ids: { device_id: "x" } }), PUSH)).toMatchObject({
      ok: false,
    });
    expect(decode({ end_device_ids: ids })).toMatchObject({ ok: false });
  });
});
