import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Push, Unpacked } from "../push-protocol.ts";
import { PLAIN } from "../testing.ts";
import { http } from "./http.ts";

const PUSH: Push = {
  receivedAt: PLAIN.receivedAt,
  contentType: "application/json",
  query: {},
};

const unpack = (text: string, query: Push["query"] = {}) =>
  http.unpack(Buffer.from(text), { ...PUSH, query });

/** What every message of a push says. */
function fixesIn(unpacked: Unpacked) {
  if (!unpacked.ok) throw new Error(unpacked.reason);
  return unpacked.messages.map(({ bytes }) => {
    const decoded = http.decode(bytes, PLAIN);
    if (!decoded.ok) throw new Error(decoded.reason);
    return decoded.records[0]?.fix;
  });
}

describe("our own JSON", () => {
  const FULL = {
    id: "buoy-7",
    time: "2026-06-19T10:00:00+02:00",
    position: [4.4, 51.2],
    accuracyMetres: 6,
    speedMetresPerSecond: 0.4,
    batteryVolts: 3.9,
    waterCelsius: 17.5,
    nested: { is: "left out" },
  };

  it("tells time, place, measures, and whatever else is a plain value", () => {
    expect(fixesIn(unpack(JSON.stringify(FULL)))).toEqual([
      {
        time: new Date("2026-06-19T08:00:00Z"),
        position: [4.4, 51.2],
        quality: "valid",
        altitudeMetres: null,
        speedMetresPerSecond: 0.4,
        headingDegrees: null,
        satellites: null,
        hdop: null,
        accuracyMetres: 6,
        batteryVolts: 3.9,
        batteryPercent: null,
        attributes: { waterCelsius: 17.5 },
      },
    ]);
  });

  it("may come in a list or among messages, each kept exactly as it stands there", () => {
    const one = '{"id":"a", "time":1781856000, "lon":4.4,"lat":51.2,"note":"a, ]}[ \\" b"}';
    const other = '{ "id": 7, "time": 1781856000000 }';
    for (const text of [`[${one} , ${other}]`, `{"messages": [ ${one},${other} ]}`]) {
      const unpacked = unpack(text);
      if (!unpacked.ok) throw new Error(unpacked.reason);
      expect(unpacked.messages.map(({ uniqueId }) => uniqueId)).toEqual(["a", "7"]);
      expect(unpacked.messages.map(({ bytes }) => bytes.toString())).toEqual([one, other]);
      expect(fixesIn(unpacked)).toMatchObject([
        { time: new Date(1781856000000), quality: "valid" },
        { time: new Date(1781856000000), position: null, quality: "none" },
      ]);
    }
  });

  it.each([
    ["no id", { time: 1781856000 }, "message 1 has no id"],
    ["a time without a zone", { ...FULL, time: "2026-06-19T10:00:00" }, "time is not"],
    ["no time", { id: "a" }, "time is not"],
    ["half a position", { ...FULL, position: [4.4] }, "position is not"],
    ["a text for a number", { ...FULL, hdop: "good" }, "hdop is no number"],
    ["a quality nobody knows", { ...FULL, fix: "great" }, "fix is none of"],
  ])("with %s is refused, and says what is wrong", (_what, body, reason) => {
    expect(unpack(JSON.stringify(body))).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });
});

describe("OsmAnd's forms", () => {
  it("are read from a query, with the speed in knots", () => {
    const query = {
      id: "123",
      lat: "51.2",
      lon: "4.4",
      timestamp: "1781856000",
      speed: "10",
      bearing: "90",
      batt: "88",
      charge: "true",
    };
    expect(fixesIn(unpack("", query))).toMatchObject([
      {
        time: new Date(1781856000000),
        position: [4.4, 51.2],
        speedMetresPerSecond: expect.closeTo(5.144, 3),
        headingDegrees: 90,
        batteryPercent: 88,
        attributes: { charge: "true" },
      },
    ]);
  });

  it("are read from a form, and timed when they come in if they tell no time", () => {
    expect(fixesIn(unpack("deviceid=phone&location=51.2,4.4&valid=0"))).toMatchObject([
      { time: PLAIN.receivedAt, quality: "stale", attributes: { timeOfReceipt: true } },
    ]);
  });

  it("are read from JSON", () => {
    const location = {
      timestamp: "2026-06-19T08:00:00.000Z",
      coords: { latitude: 51.2, longitude: 4.4, accuracy: 5, speed: -1, heading: 12, altitude: 3 },
      battery: { level: 0.5, is_charging: false },
      odometer: 12,
    };
    expect(fixesIn(unpack(JSON.stringify({ location, device_id: "phone" })))).toMatchObject([
      {
        position: [4.4, 51.2],
        accuracyMetres: 5,
        speedMetresPerSecond: null,
        headingDegrees: 12,
        batteryPercent: 50,
        attributes: { odometer: 12 },
      },
    ]);
  });
});

it("answers any text with a value and never throws", () => {
  const texts = fc.oneof(fc.string(), fc.json(), fc.webQueryParameters());
  fc.assert(
    fc.property(texts, (text) => {
      const unpacked = unpack(text);
      http.decode(Buffer.from(text), PLAIN);
      if (unpacked.ok) for (const { bytes } of unpacked.messages) http.decode(bytes, PLAIN);
    }),
    { numRuns: 1000 },
  );
});

describe("a body that is no language of ours", () => {
  it("is kept as it is for a codec, under the id in the query", () => {
    const body = '{"where": {"lat": 51.2, "lon": 4.4}, "n": [1]}';
    const unpacked = unpack(body, { as: "payload", id: "buoy-7" });
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const [message] = unpacked.messages;
    expect(message).toEqual({ uniqueId: "buoy-7", bytes: Buffer.from(body), context: "payload" });
    const decoded = http.decode(Buffer.from(body), { ...PLAIN, context: "payload" });
    expect(decoded).toMatchObject({
      ok: true,
      records: [
        {
          fix: { time: PLAIN.receivedAt, position: null },
          payload: { bytes: Buffer.from(body), port: 1, object: { n: [1] } },
        },
      ],
    });
    expect(unpack(body, { as: "payload" })).toMatchObject({ ok: false });
  });
});
