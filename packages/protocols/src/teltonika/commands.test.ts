import { expect, it } from "vitest";
import type { Settings } from "../settings.ts";
import { calledBy } from "../testing.ts";
import { teltonikaCommands } from "./commands.ts";
import { teltonika } from "./teltonika.ts";

const IMEI = "356307042441013";
const { encode, wordsFor } = teltonikaCommands;

const to = (settings: Settings = {}, model: string | null = null) => ({
  uniqueId: IMEI,
  model,
  settings,
});

function hexOf(text: string, settings: Settings): string {
  const encoded = encode(text, { ...to(settings), id: 1 });
  return encoded.ok ? encoded.bytes.toString("hex") : encoded.reason;
}

it("is said in codec 12, which every model understands", () => {
  expect(hexOf("getver", {})).toBe("000000000000000e0c010500000006676574766572010000a4c2");
});

it("is said in codec 14, with the IMEI, where the settings ask for it", () => {
  const hex = hexOf("getver", { commandCodec: 14 });
  expect(hex.slice(16, 46)).toBe("0e01050000000e0356307042441013");
  expect(hex).toContain(Buffer.from("getver").toString("hex"));
});

it("is too long for a tracker beyond a thousand characters", () => {
  expect(encode("x".repeat(1001), { ...to(), id: 1 }).ok).toBe(false);
});

it("has words for what any tracker may be asked", () => {
  expect(wordsFor({ name: "locate-now" }, to())).toEqual({ ok: true, text: "getgps" });
  expect(wordsFor({ name: "reboot" }, to())).toEqual({ ok: true, text: "cpureset" });
  expect(wordsFor({ name: "set-interval", seconds: 600 }, to({}, "FMB920"))).toEqual({
    ok: true,
    text: "setparam 10050:600;10055:600",
  });
  const settings = { intervalParameters: [1010] };
  expect(wordsFor({ name: "set-interval", seconds: 600 }, to(settings, "TAT100"))).toEqual({
    ok: true,
    text: "setparam 1010:600",
  });
  expect(wordsFor({ name: "read-settings" }, to(settings))).toEqual({
    ok: true,
    text: "getparam 1010",
  });
});

it("has no words for an interval whose parameters nobody named", () => {
  expect(wordsFor({ name: "set-interval", seconds: 600 }, to({}, "TAT100"))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("intervalParameters"),
  });
});

it("has failed when the tracker says that the IMEI is not its own", () => {
  const encoded = encode("getver", { ...to({ commandCodec: 14 }), id: 1 });
  if (!encoded.ok) throw new Error(encoded.reason);
  // The refusal: type 11 and nothing but the IMEI.
  const refusal = Buffer.from("0e01110000000803563070424410130100000000", "hex");
  const head = Buffer.alloc(8);
  head.writeUInt32BE(refusal.length - 4, 4);
  const frame = Buffer.concat([head, refusal]);
  frame.writeUInt32BE(crcOf(frame.subarray(8, -4)), frame.length - 4);
  expect(teltonika.understand(frame, calledBy(IMEI))).toMatchObject({
    kind: "keep",
    answer: { outcome: "failed" },
  });
});

/** CRC-16/ARC bit by bit, apart from the decoder's table. */
function crcOf(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}
