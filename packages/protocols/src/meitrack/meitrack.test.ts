import { describe, expect, it } from "vitest";
import { calledBy, PLAIN } from "../testing.ts";
import { meitrackCommands } from "./commands.ts";
import frames from "./frames.json" with { type: "json" };
import { meitrack } from "./meitrack.ts";

const IMEI = "356307042441013";
const tracker = { uniqueId: IMEI, model: null, settings: {} };

function frame(note: string): Buffer {
  const sample = frames.find((one) => one.note.includes(note));
  if (!sample) throw new Error(`no sample about ${note}`);
  return Buffer.from(sample.hex, "hex");
}

/** A frame of a tracker around a text, its length counted wrong by so much. */
function said(identifier: string, text: string, miscounted = 0): Buffer {
  const rest = `,${IMEI},${text}*`;
  const head = `$$${identifier}${rest.length + 4 + miscounted}${rest}`;
  const sum = [...Buffer.from(head)].reduce((all, byte) => all + byte, 0) % 256;
  return Buffer.from(`${head}${sum.toString(16).padStart(2, "0")}\r\n`);
}

function answerTo(text: string) {
  const meaning = meitrack.understand(said("V", text), calledBy(IMEI));
  return meaning.kind === "keep" ? meaning.answer : undefined;
}

describe("a Meitrack stream", () => {
  it.each([
    ["another protocol", "+RESP:GTFRI,"],
    ["no letter behind the dollars", "$$125,"],
    ["a length of too many digits", "$$A12345,"],
    ["a length too short for an IMEI", "$$A10,356307042441013,"],
    ["a line far longer than it says", `$$A28,${IMEI},AAA,35,${"1".repeat(60)}`],
  ])("is noise when it holds %s", (_what, text) => {
    expect(meitrack.split(Buffer.from(text)).kind).toBe("noise");
  });

  it.each([-1, 1])(
    "goes on behind a text of which %i bytes were counted too many",
    (miscounted) => {
      const wrong = said("u", "D82,0", miscounted);
      const stream = Buffer.concat([wrong, frame("Steenplein")]);
      expect(meitrack.split(stream)).toEqual({ kind: "frame", length: wrong.length });
      expect(meitrack.understand(wrong, calledBy(null))).toMatchObject({
        kind: "keep",
        uniqueId: IMEI,
        answer: { key: "uD82", outcome: "acknowledged", text: "D82,0" },
      });
    },
  );

  it("is not cut at a line end inside binary records", () => {
    const photo = frame("photo");
    expect(photo.indexOf("\r\n")).toBeLessThan(photo.length - 2);
    expect(meitrack.split(photo)).toEqual({ kind: "frame", length: photo.length });
  });

  it("may bring several frames in one datagram", () => {
    const [first, second] = [frame("Steenplein"), frame("answer to a command")];
    const rest = Buffer.from("$$");
    expect(meitrack.framesOf?.(Buffer.concat([first, second, rest]))).toEqual([
      first,
      second,
      rest,
    ]);
  });
});

describe("a Meitrack record", () => {
  it("has the same bytes when it is sent again under another identifier", () => {
    const text =
      "AAA,35,51.222200,4.397700,260619080000,A,9,22,4,182,1.1,3,1,1,0|0||,0000,|||0195|";
    const bytesOf = (identifier: string) => {
      const decoded = meitrack.decode(said(identifier, text), PLAIN);
      return decoded.ok ? decoded.records[0]?.bytes : undefined;
    };
    expect(bytesOf("A")).toEqual(Buffer.from(text));
    expect(bytesOf("B")).toEqual(bytesOf("A"));
  });

  it.each([
    ["a day that no month has", "AAA,35,51.2,4.3,261340080000,A"],
    ["no time", "AAA,35,51.2,4.3,,A"],
  ])("cannot be read with %s", (_what, text) => {
    expect(meitrack.decode(said("A", text), PLAIN)).toEqual({
      ok: false,
      reason: "a position has no time",
    });
  });

  it("may have a number more before its event", () => {
    const decoded = meitrack.decode(said("A", "AAA,1,35,51.2,4.3,260619080000,A,9,22,4"), PLAIN);
    expect(decoded).toMatchObject({
      ok: true,
      records: [{ fix: { position: [4.3, 51.2], satellites: 9, attributes: { reason: 35 } } }],
    });
  });
});

describe("a Meitrack command", () => {
  it("goes out in a frame with the sum and the length that the vendor's format asks for", () => {
    expect(meitrackCommands.encode("C02,0,15550123,Hello", { ...tracker, id: 58 })).toEqual({
      ok: true,
      bytes: Buffer.from(`@@A42,${IMEI},C02,0,15550123,Hello*87\r\n`),
      key: "AC02",
    });
  });

  it.each(["", "A1", "a12", "A12\r\n", "A12,1*", "A12 6", `C02,${"x".repeat(1100)}`])(
    "is refused when it is %j",
    (text) => {
      expect(meitrackCommands.encode(text, { ...tracker, id: 1 }).ok).toBe(false);
    },
  );

  it.each([
    ["A12,OK", "acknowledged"],
    ["E91,FWV1.00,12345678", "acknowledged"],
    ["A21,Err", "failed"],
    ["C01,NG", "failed"],
  ] as const)("is answered by %s: %s", (text, outcome) => {
    expect(answerTo(text)).toEqual({ key: `V${text.slice(0, 3)}`, outcome, text });
  });

  it("A10 is answered by a position of event 34 and by no other", () => {
    const asked = meitrack.understand(frame("answer to a request"), calledBy(IMEI));
    expect(asked).toMatchObject({ records: 1, answer: { key: "QA10", outcome: "acknowledged" } });
    expect(meitrack.understand(frame("Steenplein"), calledBy(IMEI))).not.toHaveProperty("answer");
  });

  it("has words for what any tracker may be asked", () => {
    const wordsFor = (seconds: number) =>
      meitrackCommands.wordsFor({ name: "set-interval", seconds }, tracker);
    expect(wordsFor(300)).toEqual({ ok: true, text: "A12,30" });
    expect(wordsFor(301)).toEqual({ ok: true, text: "A12,31" });
    expect(wordsFor(700_000).ok).toBe(false);
    expect(meitrackCommands.wordsFor({ name: "locate-now" }, tracker)).toEqual({
      ok: true,
      text: "A10",
    });
    expect(meitrackCommands.wordsFor({ name: "read-settings" }, tracker).ok).toBe(false);
  });
});
