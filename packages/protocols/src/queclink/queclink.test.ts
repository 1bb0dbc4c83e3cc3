import { describe, expect, it } from "vitest";
import { calledBy, PLAIN } from "../testing.ts";
import { queclinkCommands } from "./commands.ts";
import frames from "./frames.json" with { type: "json" };
import { queclink } from "./queclink.ts";

const IMEI = "356307042441013";
const tracker = { uniqueId: IMEI, model: "GL300", settings: {} };
const PLACE = "1,1.4,182,1.1,4.397700,51.222200,20260619080000,0206,0001,0BCD,00C8";

function frame(note: string): Buffer {
  const sample = frames.find((one) => one.note.includes(note));
  if (!sample) throw new Error(`no sample about ${note}`);
  return Buffer.from(sample.hex, "hex");
}

function recordsOf(text: string, settings = {}) {
  const decoded = queclink.decode(Buffer.from(text), { ...PLAIN, settings });
  return decoded.ok ? decoded.records : [];
}

function answerTo(text: string) {
  const meaning = queclink.understand(Buffer.from(text), calledBy(null));
  return meaning.kind === "keep" ? meaning.answer : undefined;
}

describe("a stream of @Track", () => {
  it.each([
    ["another protocol", "$$A28,", /no message begins/],
    ["@Track in binary", "+RSP\x07\x00\xfc\x1f", /binary/],
    ["an acknowledgement in binary", "+ACK\x01\x7f\x24\x45", /binary/],
    ["nothing but line ends", "\r\n".repeat(20), /line ends/],
    ["a message that never ends", `+RESP:GTFRI,${"1".repeat(9000)}`, /without an end/],
  ])("is noise when it holds %s", (_what, text, reason) => {
    expect(queclink.split(Buffer.from(text, "latin1"))).toEqual({
      kind: "noise",
      reason: expect.stringMatching(reason),
    });
  });

  it("goes on behind a message whose end is missing", () => {
    const broken = Buffer.from(`+RESP:GTFRI,300400,${IMEI},,0,0,1,1,1.4`);
    const stream = Buffer.concat([broken, frame("a GL300 adrift")]);
    expect(queclink.split(stream)).toEqual({ kind: "frame", length: broken.length });
  });

  it("is cut in no more time than it is long, whatever stands in it", () => {
    const started = performance.now();
    for (const filling of ["$", ",", "+RESP:G", ",12", "1,"])
      for (let copies = 1; copies < 20_000; copies += 500) {
        const bytes = Buffer.from(`+RESP:GTFRI${filling.repeat(copies)},0001$`);
        queclink.split(bytes);
        queclink.understand(bytes, calledBy(null));
      }
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("may come several in one datagram, the last without its end", () => {
    const [first, second] = [frame("a GL300 adrift"), frame("heartbeat")];
    const last = frame("a datagram without an end");
    const framesOf = queclink.framesOf ?? (() => []);
    expect(framesOf(Buffer.concat([first, second, last]))).toEqual([first, second, last]);
    expect(framesOf(Buffer.concat([last, first]))).toEqual([last, first]);
    const padded = Buffer.concat([first, Buffer.from("\r\n\0")]);
    expect(framesOf(padded)).toEqual([padded]);
    expect(queclink.decode(padded, PLAIN)).toEqual(queclink.decode(first, PLAIN));
    expect(framesOf(Buffer.from("hello"))).toEqual([Buffer.from("hello")]);
  });
});

describe("a report", () => {
  it("is the same record when it comes again from the buffer, counted and sent anew", () => {
    const said = (head: string, tail: string) =>
      recordsOf(`+${head}:GTFRI,300400,${IMEI},,0,0,1,${PLACE},,87,${tail}$`)[0];
    const live = said("RESP", "20260619080003,001A");
    expect(live?.bytes.toString()).toBe(`GTFRI,300400,${IMEI},,0,0,1,${PLACE},,87`);
    expect(said("BUFF", "20260620110000,0B1A")).toMatchObject({
      bytes: live?.bytes,
      fix: { time: live?.fix.time, attributes: { stored: true } },
    });
  });

  it("of several positions knows each by itself", () => {
    const other = PLACE.replace("080000", "080100");
    const [first, second] = recordsOf(
      `+RESP:GTFRI,300400,${IMEI},,0,0,2,${PLACE},,${other},,87,20260619080103,001A$`,
    );
    expect(first?.bytes.toString()).toBe(`${PLACE},`);
    expect(second?.bytes.toString()).toBe(`${other},`);
    // The battery is as it was when the report was sent.
    expect([first?.fix.batteryPercent, second?.fix.batteryPercent]).toEqual([null, 87]);
  });

  it("has no place where zeroes stand without a fix", () => {
    const nowhere = PLACE.replace("1,", "0,")
      .replace("4.397700", "0.000000")
      .replace("51.222200", "0.000000");
    const said = `+RESP:GTFRI,300400,${IMEI},,0,0,1,${nowhere},,87,20260619080103,001A$`;
    expect(recordsOf(said)[0]?.fix).toMatchObject({ position: null, quality: "none" });
  });

  it.each([
    ["one position fewer than it counts", `0,0,2,${PLACE},,87`],
    ["a mask that announces fields nobody knows", `0,0,1,${PLACE},FF,1,2,3,87`],
    ["a battery of 300 %", `0,0,1,${PLACE},,300`],
  ])("is read for its position alone when it has %s", (_what, fields) => {
    const [record] = recordsOf(`+RESP:GTFRI,300400,${IMEI},,${fields},20260619080103,001A$`);
    expect(record?.fix).toMatchObject({ position: [4.3977, 51.2222], batteryPercent: null });
    expect(record?.fix.attributes["extra"]).toBeDefined();
  });

  it("is not read where a number is no longer one of degrees", () => {
    const odd = PLACE.replace("51.222200", "51.2222");
    expect(recordsOf(`+RESP:GTFRI,300400,${IMEI},,0,0,1,${odd},,87,20260619080103,001A$`)).toEqual(
      [],
    );
  });

  it.each([
    { by: "the zone that it names", zone: "+0800,0", at: "00:00" },
    { by: "that and daylight saving", zone: "-0330,1", at: "10:30" },
    { by: "the zone that is set", zone: ",", settings: { timeZoneMinutes: 60 }, at: "07:00" },
    { by: "no zone that cannot be", zone: ",", settings: { timeZoneMinutes: 9000 }, at: "08:00" },
  ])("without a position has the time of sending by $by", ({ zone, settings, at }) => {
    const said = `+RESP:GTINF,060502,${IMEI},,11,,19,0,1,12000,,4.1,0,${zone},20260619080000,001A$`;
    expect(recordsOf(said, settings)[0]?.fix.time).toEqual(new Date(`2026-06-19T${at}:00Z`));
  });
});

describe("a command", () => {
  it.each([
    ["whole", "AT+GTRTO=secret1,1,,,,,,FFFF$", "AT+GTRTO=secret1,1,,,,,,000B$"],
    ["without a serial number", "AT+GTRTO=secret1,1,,,,,,$", "AT+GTRTO=secret1,1,,,,,,000B$"],
    ["by its parameters", "GTRTO,1,,,,,", "AT+GTRTO=gl300,1,,,,,,000B$"],
  ])("given %s goes out with the instruction's number", (_how, text, bytes) => {
    expect(queclinkCommands.encode(text, { ...tracker, id: 11 })).toEqual({
      ok: true,
      bytes: Buffer.from(bytes),
      key: "RTO 000B",
    });
  });

  it("has the password that is set, else the model's name, else none", () => {
    const encode = (to: object) =>
      queclinkCommands.encode("GTRTO,1,,,,,", { ...tracker, id: 65_537, ...to });
    expect(encode({ settings: { password: "Abc123" } })).toMatchObject({
      bytes: Buffer.from("AT+GTRTO=Abc123,1,,,,,,0001$"),
    });
    expect(encode({ settings: { password: "a,b$" } })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("4 to 20 letters"),
    });
    expect(encode({ model: null })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("set the tracker's model"),
    });
  });

  it.each(["", "RTO,1", "GTRTO,1$", "GTRTO,1\r\n", "AT+GTRTO=gl300", `GTRTO,${"x".repeat(1100)}`])(
    "is refused when it is %j",
    (text) => {
      expect(queclinkCommands.encode(text, { ...tracker, id: 1 }).ok).toBe(false);
    },
  );

  it.each([
    [`+ACK:GTRTO,300400,${IMEI},,RTL,000b,20260619080003,0038$`, "RTO 000B", "GTRTO,RTL"],
    [`+ACK:GTFRI,300400,${IMEI},boat,000B,20260619080003,0038$`, "FRI 000B", "GTFRI"],
  ])("is answered by %s", (text, key, words) => {
    expect(answerTo(text)).toEqual({ key, outcome: "acknowledged", text: words });
  });

  it.each([
    `+ACK:GTHBD,300400,${IMEI},000B,20260619080003,0038$`,
    `+ACK:GTRTO,300400,${IMEI},000B,20260619080003,0038$`,
    `+RESP:GTRTL,300400,${IMEI},,000B,20260619080003,0038$`,
  ])("is not answered by %s", (text) => {
    expect(answerTo(text)).toBeUndefined();
  });

  it("has words for what any tracker may be asked", () => {
    const wordsFor = (name: "locate-now" | "reboot" | "read-settings") =>
      queclinkCommands.wordsFor({ name }, tracker);
    expect(wordsFor("locate-now")).toEqual({ ok: true, text: "GTRTO,1,,,,," });
    expect(wordsFor("read-settings")).toEqual({ ok: true, text: "GTRTO,2,,,,," });
    expect(wordsFor("reboot")).toEqual({ ok: true, text: "GTRTO,3,,,,," });
  });

  it("sets an interval where it knows the model's parameters, and says which it knows", () => {
    const every = (seconds: number, model: string | null = "gl300") =>
      queclinkCommands.wordsFor({ name: "set-interval", seconds }, { ...tracker, model });
    expect(every(300)).toEqual({ ok: true, text: `GTFRI,1,,,,,,300,300${",".repeat(11)}` });
    expect(every(1)).toMatchObject({ ok: false, reason: "an interval has 5 to 86400 seconds" });
    expect(every(300, "GL500M")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("GL300, GL310M, GL320M, not for GL500M"),
    });
    expect(every(300, null).ok).toBe(false);
  });
});
