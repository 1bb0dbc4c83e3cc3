import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { calledBy, PLAIN } from "../testing.ts";
import { dmt } from "./dmt.ts";
import { frameOf } from "./frame.ts";

const IMEI = "356307042441013";
const to = { uniqueId: IMEI, model: null, settings: {} };

const ascii = (text: string, bytes: number) => Buffer.from(text.padEnd(bytes, "\0"), "latin1");
const message = (number: number, hex = "") => frameOf(number, Buffer.from(hex, "hex"));
const replyTo = (frame: Buffer, uniqueId: string | null = IMEI) =>
  dmt.understand(frame, calledBy(uniqueId)).reply?.toString("hex");

/** Serial number 471108, then the texts, product 97, hardware 2, firmware 1.11 and flags. */
function hello(imei: string, flags = "00000000"): Buffer {
  const start = Buffer.from("44300700", "hex");
  const end = Buffer.from(`6102010b${flags}`, "hex");
  return frameOf(0x00, Buffer.concat([start, ascii(imei, 16), ascii("8961", 21), end]));
}

describe("a hello", () => {
  it("is kept, says who calls with which firmware, and is answered with the time", () => {
    const meaning = dmt.understand(hello(IMEI), calledBy(null));
    expect(meaning).toMatchObject({
      kind: "login",
      uniqueId: IMEI,
      keep: true,
      context: "471108 97.2.1.11",
    });
    const reply = meaning.reply ?? Buffer.alloc(0);
    expect(reply.toString("hex")).toMatch(/^0255010800.{8}00000000$/);
    expect(new Date(Date.UTC(2013, 0, 1) + 1000 * reply.readUInt32LE(5))).toEqual(
      calledBy(null).now,
    );
    expect(dmt.decode(hello(IMEI), PLAIN)).toEqual({ ok: true, records: [] });
  });

  it("of the form with 51 bytes is answered with five zeroes", () => {
    expect(replyTo(hello(IMEI, "041910780603"), null)).toBe("02550105000000000000");
  });

  it("that ends with the IMEI tells the serial number only", () => {
    const short = frameOf(0x00, hello(IMEI).subarray(5, 25));
    expect(dmt.understand(short, calledBy(null))).toMatchObject({ context: "471108" });
  });

  it.each(["", "35630704244101", "35630704244101x"])("from %j is refused", (imei) => {
    expect(dmt.understand(hello(imei), calledBy(null))).toMatchObject({
      kind: "refuse",
      reason: `hello from ${JSON.stringify(imei)}, which is no IMEI`,
    });
    expect(dmt.understand(message(0x00, "0011"), calledBy(null)).kind).toBe("refuse");
  });
});

describe("a session", () => {
  it("commits what came on its connection, and listens then", () => {
    expect(dmt.understand(message(0x05), calledBy(IMEI))).toEqual({
      kind: "ping",
      reply: message(0x06, "01"),
      listens: true,
    });
  });

  it("commits nothing before a hello, whose data are nobody's", () => {
    const record = message(0x04, "0b00010000000000000003");
    expect(dmt.understand(record, calledBy(null))).toEqual({
      kind: "keep-corrupt",
      reply: null,
      reason: "data before hello",
    });
    expect(replyTo(message(0x05), null)).toBe("025506010000");
  });

  it("asks for its instructions and is told when there are no more", () => {
    expect(dmt.understand(message(0x22), calledBy(IMEI))).toEqual({
      kind: "ping",
      reply: null,
      listens: true,
      farewell: message(0x23),
    });
  });

  it("is told the time when it asks, also without a hello, and ends without a word", () => {
    expect(replyTo(message(0x30), null)).toMatch(/^0255310400.{8}$/);
    expect(replyTo(message(0x30), null)?.slice(10)).toBe(replyTo(hello(IMEI), null)?.slice(10, 18));
    expect(dmt.understand(message(0x26), calledBy(IMEI))).toEqual({ kind: "ping", reply: null });
  });

  it("with anything but a frame is noise", () => {
    expect(dmt.split(Buffer.from("0256", "hex")).kind).toBe("noise");
    expect(dmt.split(Buffer.from("025504ffff", "hex"))).toEqual({
      kind: "noise",
      reason: "a payload of 65535 bytes",
    });
  });
});

describe("an instruction", () => {
  it.each([
    ["0002", "0c000000ffffffff020000"],
    ["0x0003:03c0498e19", "0c000000ffffffff03000003c0498e19"],
    ["0103:01 can=00000102 flags=80", "0c0000000201000003018001"],
  ])("%s becomes an asynchronous message with its own number", (text, payload) => {
    expect(dmt.commands?.encode(text, { ...to, id: 12 })).toEqual({
      ok: true,
      key: "12",
      bytes: message(0x20, payload),
    });
  });

  it.each(["", "2", "reboot", "0003:3", "0003:03 can=1", `0003:${"00".repeat(1001)}`])(
    "%j is none",
    (text) => {
      expect(dmt.commands?.encode(text, { ...to, id: 12 })).toMatchObject({ ok: false });
    },
  );

  it("restarts the tracker; other actions are refused with the reason", () => {
    expect(dmt.commands?.wordsFor({ name: "reboot" }, to)).toEqual({ ok: true, text: "0002" });
    for (const action of [
      { name: "set-interval", seconds: 60 },
      { name: "locate-now" },
      { name: "read-settings" },
    ] as const)
      expect(dmt.commands?.wordsFor(action, to)).toMatchObject({
        ok: false,
        reason: expect.stringContaining("Digital Matter"),
      });
  });

  it.each([
    ["00", "failed", "the tracker could not do it"],
    ["01", "acknowledged", "done"],
    ["02", "retry", "the tracker wants it again later"],
    ["07", "failed", "status 7, which is unknown"],
  ])("answered with %s has %s", (status, outcome, text) => {
    expect(dmt.understand(message(0x21, `0c000000${status}`), calledBy(IMEI))).toEqual({
      kind: "keep",
      records: 0,
      reply: null,
      answer: { key: "12", outcome, text },
    });
  });

  it("is not answered by too few bytes", () => {
    expect(dmt.understand(message(0x21, "0c000000"), calledBy(IMEI))).not.toHaveProperty("answer");
  });
});
