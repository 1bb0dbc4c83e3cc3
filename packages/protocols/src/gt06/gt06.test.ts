import { describe, expect, it } from "vitest";
import { calledBy, PLAIN } from "../testing.ts";
import { gt06Commands } from "./commands.ts";
import { frameOf } from "./frame.ts";
import frames from "./frames.json" with { type: "json" };
import { gt06 } from "./gt06.ts";

const IMEI = "356307042441013";
const to = { uniqueId: IMEI, model: null, settings: {} };

function sample(note: string): Buffer {
  const found = frames.find((one) => one.note.includes(note));
  if (!found) throw new Error(`no sample about ${note}`);
  return Buffer.from(found.hex, "hex");
}

function message(number: number, hex: string, serial = 1): Buffer {
  const content = Buffer.from(hex, "hex");
  return frameOf({ isLong: false, message: number, content, serial });
}

describe("a GT06 connection", () => {
  const imei = `0${IMEI}`;

  it("begins with a login, which is kept and answered with its serial", () => {
    expect(gt06.understand(message(1, imei), calledBy(null))).toEqual({
      kind: "login",
      uniqueId: IMEI,
      keep: true,
      listens: true,
      reply: Buffer.from("787805010001d9dc0d0a", "hex"),
    });
    expect(gt06.decode(message(1, imei), PLAIN)).toEqual({ ok: true, records: [] });
  });

  it.each([
    ["eight hours east", "3202", "480"],
    ["a quarter to one west", "4dda", "-765"],
    ["at Greenwich", "0002", "0"],
  ])("leaves the zone of a long login for the decoder: %s", (_where, zone, context) => {
    const meaning = gt06.understand(message(1, `${imei}0001${zone}`), calledBy(null));
    expect(meaning).toMatchObject({ kind: "login", context });
  });

  it.each(["1356307042441013", "0abcdef042441013", "03563070"])(
    "is refused without a word when it begins with %s",
    (id) => {
      const meaning = gt06.understand(message(1, id), calledBy(null));
      expect(meaning).toMatchObject({ kind: "refuse", reply: null });
    },
  );

  it("keeps data before a login, and answers it not", () => {
    expect(gt06.understand(sample("Steenplein"), calledBy(null))).toEqual({
      kind: "keep-corrupt",
      reply: null,
      reason: "data before login",
    });
  });

  it("does not take a login whose checksum is wrong", () => {
    const login = message(1, imei);
    login[5] = 0;
    expect(gt06.understand(login, calledBy(null)).kind).toBe("keep-corrupt");
  });

  it("tells the time in UTC", () => {
    const now = new Date("2027-02-03T04:05:06Z");
    const { reply } = gt06.understand(message(0x8a, "", 5), { ...calledBy(IMEI), now });
    expect(reply?.subarray(4, 10)).toEqual(Buffer.from([27, 2, 3, 4, 5, 6]));
  });

  it("reads instructions after a login, a heartbeat and a location", () => {
    for (const frame of [message(1, imei), sample("heartbeat 0x13"), sample("Steenplein")])
      expect(gt06.understand(frame, calledBy(IMEI))).toMatchObject({ listens: true });
  });

  it("gives the same record the same bytes when it is sent again with another serial", () => {
    const [once, again] = [1, 2].map((serial) =>
      gt06.decode(message(0x10, "1a0613080000c9057f4b2800f1f0d60414b6", serial), PLAIN),
    );
    expect(once).toMatchObject({ ok: true, records: [{ fix: { quality: "valid" } }] });
    expect(again).toEqual(once);
  });
});

describe("a stream of GT06 frames", () => {
  const endless = message(1, "").subarray(0, -2);

  it.each([
    ["another protocol", Buffer.from("+RESP:GTFRI,")],
    ["half a head", Buffer.from("7879050d0a", "hex")],
    ["a frame of 65 kB", Buffer.from("7979ffff01", "hex")],
    ["no end, where it should be or later", Buffer.concat([endless, Buffer.alloc(5000)])],
  ])("is noise when it holds %s", (_what, bytes) => {
    expect(gt06.split(bytes).kind).toBe("noise");
  });

  it("is cut at the next terminator where a frame does not end as it says", () => {
    const broken = Buffer.from("7878055555555555555555550d0a", "hex");
    const head = gt06.split(Buffer.concat([broken, sample("Steenplein")]));
    expect(head).toEqual({ kind: "frame", length: broken.length });
    expect(gt06.understand(broken, calledBy(IMEI))).toEqual({
      kind: "keep-corrupt",
      reply: null,
      reason: "checksum",
    });
  });
});

describe("a command", () => {
  it("is a frame 80 with the instruction's number as flag", () => {
    expect(gt06Commands.encode("TIMER,60,60#", { ...to, id: 0x01020304 })).toEqual({
      ok: true,
      key: "16909060",
      bytes: message(0x80, `10${"01020304"}${Buffer.from("TIMER,60,60#").toString("hex")}0002`),
    });
  });

  it("leaves out the language for trackers that cannot read it", () => {
    const settings = { commandLanguage: false };
    const encoded = gt06Commands.encode("RESET#", { ...to, id: 1, settings });
    expect(encoded).toMatchObject({ bytes: message(0x80, "0a00000001524553455423") });
  });

  it.each([
    ["is too long", "A".repeat(244)],
    ["is not ASCII", "GRÖSSE#"],
    ["has line ends", "RESET#\r\n"],
    ["is empty", ""],
  ])("is not sent when it %s", (_why, text) => {
    expect(gt06Commands.encode(text, { ...to, id: 1 }).ok).toBe(false);
  });

  it("takes as many characters as a frame holds", () => {
    const encoded = gt06Commands.encode("A".repeat(243), { ...to, id: 1 });
    if (!encoded.ok) throw new Error(encoded.reason);
    const { bytes } = encoded;
    expect(gt06.split(bytes)).toEqual({ kind: "frame", length: bytes.length });
    expect(bytes).toHaveLength(3 + 255 + 2);
  });

  it.each([
    ["set-interval", { name: "set-interval", seconds: 300 } as const, "TIMER,300,300#"],
    ["locate-now", { name: "locate-now" } as const, "WHERE#"],
    ["reboot", { name: "reboot" } as const, "RESET#"],
    ["read-settings", { name: "read-settings" } as const, "PARAM#"],
  ])("says %s as most models understand it", (_name, action, text) => {
    expect(gt06Commands.wordsFor(action, to)).toEqual({ ok: true, text });
  });

  it("says it as the tracker's settings have it", () => {
    const settings = { commands: { "set-interval": "MODE,1,{minutes}#", reboot: 7 } };
    const own = { ...to, settings };
    const action = { name: "set-interval", seconds: 600 } as const;
    expect(gt06Commands.wordsFor(action, own)).toEqual({ ok: true, text: "MODE,1,10#" });
    expect(gt06Commands.wordsFor({ name: "reboot" }, own).ok).toBe(false);
    expect(gt06Commands.wordsFor({ name: "locate-now" }, own)).toMatchObject({ text: "WHERE#" });
  });
});

describe("an answer to a command", () => {
  it.each([
    ["answer 0x15", { key: "4711", outcome: "acknowledged", text: "TIMER OK" }],
    ["answer 0x21 in ASCII", { key: "4711", outcome: "acknowledged", text: "TIMER:300" }],
    ["answer 0x21 in UTF-16", { key: "4711", outcome: "acknowledged", text: "Größe: 300" }],
    ["answer 0x81", { key: "4711", outcome: "failed", text: "ERROR:102!" }],
  ])("is known by its flag: %s", (note, answer) => {
    expect(gt06.understand(sample(note), calledBy(IMEI))).toEqual({
      kind: "keep",
      records: 0,
      reply: null,
      listens: true,
      answer,
    });
  });

  it("belongs to the command sent last when its flag is 0", () => {
    const answer = message(0x15, `06${"00000000"}4f4b0002`);
    expect(gt06.understand(answer, calledBy(IMEI))).toMatchObject({
      answer: { key: null, text: "OK" },
    });
  });

  it("is none when the tracker tells its SIM card by itself", () => {
    const text = Buffer.from("<ICCID:89012608522933976266>");
    const told = message(0x15, `20${"00000000"}${text.toString("hex")}0002`);
    expect(gt06.understand(told, calledBy(IMEI))).not.toHaveProperty("answer");
  });
});
