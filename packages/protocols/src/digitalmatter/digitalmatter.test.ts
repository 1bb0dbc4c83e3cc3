import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../testing.ts";
import { digitalmatter } from "./digitalmatter.ts";

const PUSH = { receivedAt: PLAIN.receivedAt, contentType: "application/json", query: {} };
const IMEI = "356307042441013";

const GPS = {
  GpsUTC: "2026-06-19 08:00:00",
  Lat: -33.0472,
  Long: -71.6127,
  Alt: -4,
  Spd: 33,
  SpdAcc: 2,
  Head: 180,
  PDOP: 14,
  PosAcc: 9,
  GpsStat: 3,
  FType: 0,
};
const CLASSIC = {
  SerNo: 471108,
  IMEI,
  ICCID: "89320000000000000013",
  ProdId: 97,
  FW: "97.2.1.11",
  Records: [
    {
      SeqNo: 7494,
      Reason: 3,
      DateUTC: "2026-06-19 08:00:02",
      Fields: [
        GPS,
        { DIn: 1, DOut: 0, DevStat: 67, FType: 2 },
        { AnalogueData: { "1": 4641, "3": 1744, "4": 22, "5": 4500, x: 1 }, FType: 6 },
        { AnalogueData: { "11": 34 }, FType: 7 },
        { TT: 2, Trim: 300, FType: 15 },
      ],
    },
    { SeqNo: 7495, Reason: 11, DateUTC: "2026-06-19 20:00:02", Fields: [GPS] },
    {
      SeqNo: 7496,
      Reason: 9,
      DateUTC: "2026-06-19 20:01:00",
      Fields: [{ ...GPS, Lat: 0, Long: 0, GpsStat: 0 }],
    },
  ],
};
const EDGE = {
  date: "2026-06-19T08:00:00.702659861Z",
  device: { sn: "471109", prod: 85, rev: 1, fw: "1.12", imei: IMEI },
  sqn: 1549,
  reason: 1,
  lat: 51.2213,
  lng: 4.3977,
  posAcc: 47.7,
  posInfo: { HDOP: 1.1, GDOP: 4.68, BSat: 2, GSat: 4, Src: 1 },
  analogues: [{ id: 1, val: 4265 }],
  inputs: 1,
  outputs: 0,
  status: 9,
  counters: [
    { id: 0, val: 5304 },
    { id: 1, val: 9050 },
    { id: 128, val: 1 },
  ],
};

const unpack = (text: string) => digitalmatter.unpack(Buffer.from(text), PUSH);
const decode = (body: unknown) => digitalmatter.decode(Buffer.from(JSON.stringify(body)), PLAIN);

function fixesIn(body: unknown) {
  const decoded = decode(body);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.records.map(({ fix }) => fix);
}

describe("a push", () => {
  it("is a message of its tracker, and is answered with 200", () => {
    const text = JSON.stringify(CLASSIC, null, 1);
    expect(unpack(`\n${text}\n`)).toEqual({
      ok: true,
      messages: [{ uniqueId: IMEI, bytes: Buffer.from(text) }],
      answer: { contentType: "text/plain", body: "OK" },
    });
  });

  it("may be a list of both forms, each kept exactly as it stands there", () => {
    const parts = [JSON.stringify(CLASSIC), JSON.stringify(EDGE, null, 2)];
    const unpacked = unpack(`[ ${parts.join(" ,\n")} ]`);
    expect(unpacked.ok && unpacked.messages.map(({ bytes }) => bytes.toString())).toEqual(parts);
  });

  it.each([
    ["a number for the IMEI", { ...CLASSIC, IMEI: 356307042441013 }, IMEI],
    ["no IMEI", { ...CLASSIC, IMEI: "" }, "471108"],
    ["no IMEI of an Edge", { ...EDGE, device: { sn: "0016C001F000ABEC" } }, "0016C001F000ABEC"],
  ])("with %s has a tracker too", (_what, body, uniqueId) => {
    const unpacked = unpack(JSON.stringify(body));
    expect(unpacked.ok && unpacked.messages[0]?.uniqueId).toBe(uniqueId);
  });

  it.each([
    ["{", "the body is no JSON that can be read"],
    ["7", "message 1 has neither an IMEI nor a serial number"],
    [
      `[${JSON.stringify(EDGE)}, {"IMEI": ""}]`,
      "message 2 has neither an IMEI nor a serial number",
    ],
    [`[${"{},".repeat(1000)}{}]`, "at most 1000 messages at once, not 1001"],
  ])("%.20s is refused", (text, reason) => {
    expect(unpack(text)).toEqual({ ok: false, reason });
  });

  it("of a tracker is taken whatever else is wrong, as it would come again and again", () => {
    expect(unpack(JSON.stringify({ SerNo: 471108 }))).toMatchObject({ ok: true });
    expect(decode({ SerNo: 471108 })).toEqual({
      ok: false,
      reason: "neither Records nor a device",
    });
  });
});

describe("records of the older form", () => {
  it("tell time, place, switches, analogues, and fields nobody knows", () => {
    expect(fixesIn(CLASSIC)[0]).toEqual({
      time: new Date("2026-06-19T08:00:00Z"),
      position: [-71.6127, -33.0472],
      quality: "valid",
      altitudeMetres: -4,
      speedMetresPerSecond: 0.33,
      headingDegrees: 180,
      satellites: null,
      hdop: null,
      accuracyMetres: 9,
      batteryVolts: 4.641,
      batteryPercent: null,
      attributes: {
        sequenceNumber: 7494,
        reason: 3,
        serialNumber: 471108,
        firmware: "97.2.1.11",
        gpsStatus: 3,
        recordTime: "2026-06-19T08:00:02.000Z",
        pdop: 1.4,
        speedAccuracyMetresPerSecond: 0.2,
        inputs: 1,
        outputs: 0,
        deviceStatus: 67,
        inTrip: true,
        batteryGood: true,
        tampered: true,
        temperatureCelsius: 17.44,
        gsmSignal: 22,
        loadedVolts: 4.5,
        analogue11: 34,
        field15TT: 2,
        field15Trim: 300,
      },
    });
  });

  it("repeat an old place, or have none", () => {
    expect(fixesIn(CLASSIC).slice(1)).toMatchObject([
      {
        time: new Date("2026-06-19T20:00:02Z"),
        position: [-71.6127, -33.0472],
        quality: "stale",
        attributes: { fixTime: "2026-06-19T08:00:00.000Z" },
      },
      { time: new Date("2026-06-19T20:01:00Z"), position: null, quality: "none" },
    ]);
  });

  it("are each known by their own text, in whatever push they come", () => {
    const [, second] = CLASSIC.Records;
    const alone = decode({ ...CLASSIC, FW: "97.2.1.12", Records: [second] });
    const together = decode(CLASSIC);
    if (!alone.ok || !together.ok) throw new Error("not read");
    expect(alone.records[0]?.bytes).toEqual(together.records[1]?.bytes);
    expect(new Set(together.records.map(({ bytes }) => String(bytes))).size).toBe(3);
  });

  it("without a time, or that cannot be told apart, are kept with the reason", () => {
    const [first] = CLASSIC.Records;
    expect(decode({ ...CLASSIC, Records: [first, { SeqNo: 1 }] })).toEqual({
      ok: false,
      reason: "record 2 has no DateUTC",
    });
    const escaped = JSON.stringify(CLASSIC).replace("Records", "R\\u0065cords");
    expect(digitalmatter.decode(Buffer.from(escaped), PLAIN)).toEqual({
      ok: false,
      reason: "Records is spelt with escapes",
    });
  });

  it("are the last of a name when there are several, as JSON has it", () => {
    const twice = JSON.stringify(CLASSIC).replace("{", '{"Records":[1, {"Records":[2]}],');
    const decoded = digitalmatter.decode(Buffer.from(twice), PLAIN);
    expect(decoded.ok && decoded.records.length).toBe(3);
  });
});

describe("a record of the Edge form", () => {
  it("tells time, place and what else there is", () => {
    expect(fixesIn(EDGE)).toEqual([
      {
        time: new Date("2026-06-19T08:00:00.702Z"),
        position: [4.3977, 51.2213],
        quality: "valid",
        altitudeMetres: null,
        speedMetresPerSecond: null,
        headingDegrees: null,
        satellites: 6,
        hdop: 1.1,
        accuracyMetres: 47.7,
        batteryVolts: 4.265,
        batteryPercent: 90.5,
        attributes: {
          sequenceNumber: 1549,
          reason: 1,
          serialNumber: 471109,
          firmware: "1.12",
          gdop: 4.68,
          positionSource: 1,
          counter128: 1,
          inputs: 1,
          outputs: 0,
          deviceStatus: 9,
          inTrip: true,
          batteryGood: false,
        },
      },
    ]);
  });

  it("may have no place, and the battery among the counters only", () => {
    const { lat: _lat, lng: _lng, analogues: _analogues, ...without } = EDGE;
    expect(fixesIn(without)).toMatchObject([
      { position: null, quality: "none", batteryVolts: 5.304 },
    ]);
  });

  it("without a time is kept with the reason", () => {
    expect(decode({ ...EDGE, date: "yesterday" })).toEqual({
      ok: false,
      reason: "date is no time",
    });
  });
});

describe("a body made to keep us busy", () => {
  const brackets = "[".repeat(200_000) + "]".repeat(200_000);
  const analogues = Object.fromEntries(Array.from({ length: 999 }, (_, id) => [id, id]));
  const record = {
    DateUTC: "2026-06-19 08:00:02",
    Fields: Array(60).fill({ FType: 7, AnalogueData: analogues }),
  };

  // What takes quadratic time does not end before the test's own end.
  it.each([
    ["brackets", brackets, "neither"],
    ["brackets for records", `{"SerNo":1,"Records":${brackets}}`, "taken"],
    ["quotes", JSON.stringify({ ...CLASSIC, FW: '\\"'.repeat(100_000) }), "read"],
    ["analogues", JSON.stringify({ SerNo: 1, Records: [record] }), "read"],
  ])("of %s is soon read", (_what, text, fate) => {
    expect(unpack(text).ok).toBe(fate !== "neither");
    expect(digitalmatter.decode(Buffer.from(text), PLAIN).ok).toBe(fate === "read");
  });
});
