import { describe, expect, it } from "vitest";
import { calledBy, PLAIN } from "../testing.ts";
import { directIpWords, iridiumCommands } from "./commands.ts";
import frames from "./frames.json" with { type: "json" };
import { iridium } from "./iridium.ts";
import { decodeConfirmation, refusalOf } from "./mobile-terminated.ts";

const IMEI = "300434060000013";
const STATUS_AT = 3 + 3 + 19;
const MTMSN_AT = STATUS_AT + 3;

function frame(note: string): Buffer {
  const sample = frames.find((one) => one.note.includes(note));
  if (!sample) throw new Error(`no sample about ${note}`);
  return Buffer.from(sample.hex, "hex");
}

/** What a session says of the message to the device that it was to fetch. */
function answerOf(status: number, mtmsn: number) {
  const message = frame("nobody has described");
  message.writeUInt8(status, STATUS_AT);
  message.writeUInt16BE(mtmsn, MTMSN_AT);
  const meaning = iridium.understand(message, calledBy(null));
  return meaning.kind === "keep" ? meaning.answer : undefined;
}

describe("a message from a device by Iridium", () => {
  it.each([
    ["another revision", "020038"],
    ["a length for which there is no element", "010003"],
    ["a length that no message has", "01ffff"],
  ])("is noise when it begins with %s", (_what, hex) => {
    expect(iridium.split(Buffer.from(hex, "hex")).kind).toBe("noise");
  });

  it("is known by its header alone, so that it may come again with more around it", () => {
    const bytesOf = (note: string) => {
      const decoded = iridium.decode(frame(note), PLAIN);
      return decoded.ok ? decoded.records[0]?.bytes.toString("hex") : undefined;
    };
    expect(bytesOf("nobody has described")).toHaveLength(56);
    expect(bytesOf("nobody has described")).toBe(bytesOf("no place at all"));
  });

  it("hands its payload to the tracker's codec, on port 0", () => {
    const settings = { payloadLayout: "codec" };
    const decoded = iridium.decode(frame("for a codec"), { ...PLAIN, settings });
    expect(decoded).toMatchObject({
      records: [{ payload: { bytes: Buffer.from("zpr drifter 7"), port: 0 } }],
    });
  });

  it.each([
    [{ payloadLayout: "morse", payloadFields: ["01"] }, "there is no payloadLayout morse"],
    [{ payloadLayout: "fields" }, "payloadFields lists no fields"],
    [{ payloadLayout: "fields", payloadFields: [7] }, "a field is no object"],
    [
      { payloadLayout: "fields", payloadFields: [{ name: "a", type: "u7" }] },
      'a field is not understood: {"name":"a","type":"u7"}',
    ],
    [{ payloadLayout: "meitrack-t622", payloadFields: ["FF"] }, "field FF has no known size"],
    [
      { payloadLayout: "fields", payloadFields: [{ name: "time", type: "u8", scale: -1 }] },
      "the payload's time is impossible",
    ],
  ])("is still taken when its layout is wrong: %j", (settings, payloadProblem) => {
    expect(iridium.decode(frame("nobody has described"), { ...PLAIN, settings })).toMatchObject({
      ok: true,
      records: [{ fix: { quality: "network", attributes: { payloadProblem } } }],
    });
  });

  it.each([
    ["i16be", "8001", -32_767],
    ["u16le", "0180", 32_769],
    ["i24be", "ffffff", -1],
    ["u24le", "010000", 1],
    ["u32le", "000000ff", 4_278_190_080],
    ["f32le", "0000a040", 5],
  ])("has fields of type %s", (type, hex, value) => {
    const settings = { payloadLayout: "fields", payloadFields: [{ name: "x", type }] };
    const message = frame("nobody has described");
    message.write(hex, 3 + 3 + 28 + 3, "hex");
    expect(iridium.decode(message, { ...PLAIN, settings })).toMatchObject({
      records: [{ fix: { attributes: { x: value } } }],
    });
  });
});

describe("a message to a device by Iridium", () => {
  it("is numbered so that the device's next session names it", () => {
    const to = { uniqueId: IMEI, model: null, settings: {} };
    expect(iridiumCommands.encode("0A1f 00", { ...to, id: 65_535 })).toEqual({
      ok: true,
      key: "mtmsn:65535",
      bytes: Buffer.concat([
        Buffer.from("01001e4100150000ffff", "hex"),
        Buffer.from(IMEI),
        Buffer.from("00204200030a1f00", "hex"),
      ]),
    });
    expect(iridiumCommands.encode("00", { ...to, id: 65_536 })).toMatchObject({ key: "mtmsn:1" });
  });

  it.each([
    ["0a1", IMEI],
    ["", IMEI],
    ["reboot", IMEI],
    ["00".repeat(1891), IMEI],
    ["00", "drifter-7"],
  ])("is refused as %.10s to %s", (text, uniqueId) => {
    expect(directIpWords.say({ id: 1, uniqueId, text }).ok).toBe(false);
  });

  it("is proved delivered by a session that went well, and by no other", () => {
    const key = "mtmsn:7";
    expect(answerOf(0, 7)).toMatchObject({ key, outcome: "acknowledged" });
    expect(answerOf(2, 7)).toMatchObject({ key, outcome: "acknowledged" });
    expect(answerOf(1, 7)).toMatchObject({ key, outcome: "failed" });
    expect(answerOf(13, 7)).toBeUndefined();
    expect(answerOf(0, 0)).toBeUndefined();
  });

  it("is confirmed by its place in the queue, or refused with a reason each", () => {
    const confirmation = Buffer.concat([
      Buffer.from("01001c44001900000007", "hex"),
      Buffer.from(IMEI),
      Buffer.from("0000000c0032", "hex"),
    ]);
    for (let length = 0; length < confirmation.length; length++)
      expect(decodeConfirmation(confirmation.subarray(0, length))).toBeUndefined();
    expect(decodeConfirmation(confirmation)).toEqual({
      messageId: 7,
      imei: IMEI,
      reference: 12,
      status: 50,
    });
    expect(refusalOf(50)).toBeUndefined();
    expect(refusalOf(0)).toBeUndefined();
    const refusals = Array.from({ length: 13 }, (_, at) => refusalOf(-1 - at));
    expect(new Set(refusals.map((refusal) => refusal?.reason)).size).toBe(13);
    expect(refusals.filter((refusal) => refusal?.outcome === "retry")).toHaveLength(2);
  });

  it("is not confirmed by something else", () => {
    expect(decodeConfirmation(Buffer.from("+RESP:"))).toHaveProperty("reason");
    expect(decodeConfirmation(Buffer.from("01000405000101", "hex"))).toHaveProperty("reason");
  });
});
