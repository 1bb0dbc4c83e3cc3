import { Buffer } from "node:buffer";
import type { Fix } from "@zpr/model";
import { expect, test } from "vitest";
import type { Decoded } from "./protocol.ts";
import { sound } from "./sound.ts";

const FIX: Fix = {
  time: new Date("2026-06-19T12:00:00Z"),
  position: [4.4, 51.2],
  quality: "valid",
  altitudeMetres: -3,
  speedMetresPerSecond: 0.4,
  headingDegrees: 359,
  satellites: 9,
  hdop: 0.9,
  accuracyMetres: null,
  batteryVolts: 3.9,
  batteryPercent: null,
  attributes: { reason: 3, moving: true, text: "low water" },
};

const decodedTo = (change: object): Decoded => ({
  ok: true,
  records: [{ bytes: Buffer.from("00"), fix: { ...FIX, ...change } }],
});

function fixOf(change: object): Fix | undefined {
  const decoded = sound(decodedTo(change));
  return decoded.ok ? decoded.records[0]?.fix : undefined;
}

test("what is sound stays as it is", () => {
  const decoded = decodedTo({});
  expect(sound(decoded)).toBe(decoded);
  const unreadable: Decoded = { ok: false, reason: "a broken checksum" };
  expect(sound(unreadable)).toBe(unreadable);
});

test.each([
  [{ satellites: 7.5 }, { satellites: null }],
  [{ satellites: -1 }, { satellites: null }],
  [{ satellites: 77_777 }, { satellites: null }],
  [{ batteryVolts: Number.NaN }, { batteryVolts: null }],
  [{ hdop: Number.POSITIVE_INFINITY }, { hdop: null }],
  [{ altitudeMetres: 1e39 }, { altitudeMetres: null }],
  [{ position: [Number.NaN, 51.2] }, { position: null, quality: "none" }],
  [{ attributes: { a: Number.NaN, b: 1 } }, { attributes: { b: 1 } }],
  [{ attributes: { "a\0": "b\0\ud800c" } }, { attributes: { "a\uFFFD": "b\uFFFD\uFFFDc" } }],
])("%j becomes %j, and nothing else changes", (said, kept) => {
  expect(fixOf(said)).toEqual({ ...FIX, ...kept });
});

test("a record at no time makes its message unreadable", () => {
  expect(sound(decodedTo({ time: new Date(Number.NaN) }))).toEqual({
    ok: false,
    reason: "a record has no time that can be",
  });
});
