import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heardAt } from "../heard-at.ts";
import { readMapping } from "./mapping.ts";
import { withPayload } from "./payload-fix.ts";

const RECEIVED_AT = new Date("2026-06-19T12:00:00Z");

/** The fix that a codec's data become by a mapping as a researcher writes it. */
function fixOf(data: Readonly<Record<string, unknown>>, written: Record<string, unknown> = {}) {
  const read = readMapping(written);
  if (!read.ok) throw new Error(read.reason);
  const bytes = Buffer.from("01", "hex");
  const payload = { bytes, port: 1, object: { latitude: 1, longitude: 2 } };
  const record = { fix: heardAt(RECEIVED_AT, { rssi: -90 }), bytes, payload };
  return withPayload(record, { data, mapping: read.mapping, warnings: [] }).fix;
}

const PLACE = { longitude: "where.coordinates[0]", latitude: "where.coordinates[1]" };
const AT_ANTWERP = { where: { coordinates: [4.4, 51.2] } };

describe("a mapping", () => {
  it("finds values by path, in lists too, and brings them to our units", () => {
    const data = {
      ...AT_ANTWERP,
      power: [{ mv: 3600 }],
      "speed over ground": "18",
      satellites: "7",
      age: { s: 781_185_600 },
      signal: { dop: 12 },
    };
    const mapping = {
      ...PLACE,
      batteryVolts: { path: "power[0].mv", unit: "mV" },
      speedMetresPerSecond: { path: "speed over ground", unit: "km/h" },
      satellites: "satellites",
      fixTime: { path: "age.s", offset: 946_684_800 },
      hdop: { path: "signal.dop", scale: 0.1 },
    };
    expect(fixOf(data, mapping)).toMatchObject({
      time: new Date((781_185_600 + 946_684_800) * 1000),
      position: [4.4, 51.2],
      quality: "valid",
      batteryVolts: 3.6,
      speedMetresPerSecond: 5,
      satellites: 7,
      hdop: expect.closeTo(1.2),
      attributes: { rssi: -90 },
    });
  });

  it("leaves the usual names to be found where it says nothing, and not where it says null", () => {
    const data = { lat: 51.2, lng: 4.4, batV: 3.6 };
    expect(fixOf(data)).toMatchObject({ position: [4.4, 51.2], batteryVolts: 3.6 });
    const none = { longitude: null, latitude: null, batteryVolts: null };
    expect(fixOf(data, none)).toMatchObject({ position: null, batteryVolts: null });
  });

  it.each([
    [{ ok: false }, { hasFix: "ok" }],
    [{ ok: "no" }, { hasFix: "ok" }],
    [{ old: 1 }, { noFix: "old" }],
    [{ cached: true }, {}],
  ])("tells an old place from a new one: %j", (said, mapping) => {
    const { quality, position } = fixOf({ ...AT_ANTWERP, ...said }, { ...PLACE, ...mapping });
    expect({ quality, position }).toEqual({ quality: "stale", position: [4.4, 51.2] });
    expect(fixOf(AT_ANTWERP, { ...PLACE, ...mapping }).quality).toBe("valid");
  });

  it("gives no place that is not on the globe, and says so", () => {
    const { position, quality, attributes } = fixOf({ lat: 101.45, lon: 4.4 });
    expect({ position, quality }).toEqual({ position: null, quality: "none" });
    expect(attributes).toMatchObject({
      positionRefused: "no place on the globe: longitude 4.4, latitude 101.45",
    });
  });

  it("says when the time is that of the reception", () => {
    const mapping = { ...PLACE, fixTime: "at" };
    for (const at of [undefined, "yesterday", -5]) {
      expect(fixOf({ ...AT_ANTWERP, at }, mapping)).toMatchObject({
        time: RECEIVED_AT,
        attributes: { timeOfReceipt: true },
      });
    }
    const { time, attributes } = fixOf({ ...AT_ANTWERP, at: "2026-06-19T11:59:00Z" }, mapping);
    expect(time).toEqual(new Date("2026-06-19T11:59:00Z"));
    expect(attributes).not.toHaveProperty("timeOfReceipt");
  });

  it("takes no measure that cannot be true", () => {
    const mapping = { satellites: "n", hdop: "n", headingDegrees: "n", batteryPercent: "n" };
    expect(fixOf({ n: 1e300 }, mapping)).toMatchObject({
      satellites: null,
      hdop: null,
      headingDegrees: null,
      batteryPercent: null,
    });
  });

  it("finds nothing that a codec did not say itself", () => {
    const mapping = {
      batteryVolts: "constructor.length",
      hdop: "toString",
      satellites: "a.length",
    };
    expect(fixOf({ a: [1, 2, 3] }, mapping)).toMatchObject({
      batteryVolts: null,
      hdop: null,
      satellites: null,
    });
  });

  it("reads whatever data there are without stumbling", () => {
    const paths = { ...PLACE, hdop: "a[0].b", fixTime: "where", hasFix: "a", noFix: "b[3]" };
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("where", "a", "b", "lat"), fc.jsonValue()),
        (data) => {
          const { position } = fixOf(data, paths);
          return position === null || position.every(Number.isFinite);
        },
      ),
    );
  });
});
