import { expect, it } from "vitest";
import { heardAt } from "../heard-at.ts";
import { withPayload } from "./payload-fix.ts";

function told(object?: Readonly<Record<string, unknown>>) {
  const bytes = Buffer.from("0102ff", "hex");
  const fix = heardAt(new Date("2026-06-19T12:00:00Z"), { rssi: -90 });
  return withPayload({ fix, bytes, payload: { bytes, port: 1, ...(object && { object }) } }).fix;
}

it.each([
  { latitude: 51.2, longitude: 4.4 },
  { lat: 51.2, lng: 4.4 },
  { latitudeDeg: 51.2, longitudeDeg: 4.4 },
  { gpsFix: { lat: 51.2, lon: 4.4 } },
  { position: { latitude: 51.2, longitude: 4.4 } },
])("finds the place in %j", (object) => {
  expect(told(object)).toMatchObject({ position: [4.4, 51.2], quality: "valid" });
});

it("does not take an old place for a new one", () => {
  expect(told({ latitude: 51.2, longitude: 4.4, fixFailed: true }).quality).toBe("stale");
});

it("takes batteries, and keeps every plain value and the payload itself", () => {
  expect(
    told({ batV: 3.6, battery_level: 80, waterCelsius: 17.5, nested: { x: 1 } }),
  ).toMatchObject({
    position: null,
    quality: "none",
    batteryVolts: 3.6,
    batteryPercent: 80,
    attributes: { waterCelsius: 17.5, batV: 3.6, payloadHex: "0102ff", rssi: -90 },
  });
});

it("leaves what nobody decoded as it is, with its payload", () => {
  expect(told()).toMatchObject({ position: null, attributes: { payloadHex: "0102ff", rssi: -90 } });
});

it("gives a half place no meaning", () => {
  expect(told({ latitude: 51.2, longitude: "west" }).position).toBeNull();
});
