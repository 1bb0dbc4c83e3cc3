import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc16Arc } from "../crc16.ts";
import { calledBy, PLAIN } from "../testing.ts";
import frames from "./frames.json" with { type: "json" };
import { teltonika } from "./teltonika.ts";

const IMEI = "356307042441013";
const login = Buffer.concat([Buffer.from([0, 15]), Buffer.from(IMEI)]);

function frame(note: string): Buffer {
  const sample = frames.find((one) => one.note.includes(note));
  if (!sample) throw new Error(`no sample about ${note}`);
  return Buffer.from(sample.hex, "hex");
}

/** A packet around data, with a true length and checksum. */
function packet(data: Buffer): Buffer {
  const [head, tail] = [Buffer.alloc(8), Buffer.alloc(4)];
  head.writeUInt32BE(data.length, 4);
  tail.writeUInt32BE(crc16Arc(data));
  return Buffer.concat([head, data, tail]);
}

describe("a Teltonika connection", () => {
  it("begins with an IMEI, which is accepted with 01", () => {
    expect(teltonika.split(login)).toEqual({ kind: "frame", length: 17 });
    expect(teltonika.understand(login, calledBy(null))).toEqual({
      kind: "login",
      uniqueId: IMEI,
      reply: Buffer.from([1]),
      listens: true,
    });
  });

  it("is refused with 00 when it begins with anything else", () => {
    const odd = Buffer.concat([Buffer.from([0, 4]), Buffer.from("zpr!")]);
    expect(teltonika.understand(odd, calledBy(null))).toMatchObject({
      kind: "refuse",
      reply: Buffer.from([0]),
    });
  });

  it("may be kept alive by lone FF bytes before and between frames", () => {
    expect(teltonika.split(Buffer.concat([Buffer.from([0xff]), login]))).toEqual({
      kind: "frame",
      length: 1,
    });
    expect(teltonika.understand(Buffer.from([0xff]), calledBy(IMEI))).toEqual({
      kind: "ping",
      reply: null,
    });
  });

  it.each([
    ["bytes that are no preamble", "0000000100000004"],
    ["a packet of 4 GB", "00000000ffffffff"],
    ["text of another protocol", Buffer.from("+RESP:GTFRI,").toString("hex")],
  ])("is noise from the first byte when it holds %s", (_what, hex) => {
    expect(teltonika.split(Buffer.from(hex, "hex")).kind).toBe("noise");
  });
});

describe("a Teltonika packet", () => {
  it("is acknowledged by the number of its records", () => {
    expect(teltonika.understand(frame("two records"), calledBy(IMEI))).toEqual({
      kind: "keep",
      records: 2,
      reply: Buffer.from([0, 0, 0, 2]),
      listens: true,
    });
  });

  it.each(["one bit turned over", "counts at both ends"])(
    "with %s is kept, but none of it accepted",
    (what) => {
      expect(teltonika.understand(frame(what), calledBy(IMEI))).toMatchObject({
        kind: "keep-corrupt",
        reply: Buffer.alloc(4),
      });
    },
  );

  it("is not taken when any one of its bytes was changed", () => {
    const good = frames.filter(({ fixes }) => fixes).map(({ hex }) => Buffer.from(hex, "hex"));
    const change = fc.record({ place: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.constantFrom(...good), change, (frame, { place, by }) => {
        const damaged = Buffer.from(frame);
        const at = place % damaged.length;
        damaged.writeUInt8(damaged.readUInt8(at) ^ by, at);
        expect(teltonika.decode(damaged, PLAIN).ok).toBe(false);
        expect(teltonika.understand(damaged, calledBy(IMEI)).kind).not.toBe("keep");
      }),
      { numRuns: 2000 },
    );
  });

  it("with records that do not fit into it is accepted, as a later decoder may read it", () => {
    expect(teltonika.understand(frame("left over"), calledBy(IMEI))).toMatchObject({
      kind: "keep",
    });
    expect(teltonika.decode(frame("left over"), PLAIN).ok).toBe(false);
  });

  it("before a login is kept, but none of it accepted", () => {
    expect(teltonika.understand(frame("two records"), calledBy(null))).toMatchObject({
      kind: "keep-corrupt",
      reason: "data before login",
      reply: Buffer.alloc(4),
    });
  });

  it("of a codec we do not know is accepted, as it is kept and can be decoded later", () => {
    expect(teltonika.understand(frame("codec of the future"), calledBy(IMEI))).toMatchObject({
      kind: "keep",
      records: 1,
    });
  });

  it("with the answer to a command is kept without an acknowledgement", () => {
    expect(teltonika.understand(frame("answer to a command"), calledBy(IMEI))).toEqual({
      kind: "keep",
      records: 0,
      reply: null,
      listens: true,
      answer: { key: null, outcome: "acknowledged", text: "ready" },
    });
  });

  it("of the vendor's largest size and beyond is one frame, up to 32 KiB", () => {
    for (const length of [1280, 32 * 1024]) {
      const whole = packet(Buffer.alloc(length));
      expect(teltonika.split(whole)).toEqual({ kind: "frame", length: whole.length });
    }
    expect(teltonika.split(packet(Buffer.alloc(32 * 1024 + 1))).kind).toBe("noise");
  });

  it("with a time beyond any calendar is undecodable, not a crash", () => {
    const data = Buffer.from(`0801${"ff".repeat(8)}00${"00".repeat(15)}000000000000${"01"}`, "hex");
    expect(teltonika.decode(packet(data), PLAIN)).toEqual({
      ok: false,
      reason: "a record's time is impossible",
    });
  });
});
