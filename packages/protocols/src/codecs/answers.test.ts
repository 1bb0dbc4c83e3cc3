import { describe, expect, it } from "vitest";
import { readDecoded, readEncoded } from "./answers.ts";

describe("a decoded answer", () => {
  it("has data, and warnings in a list or alone", () => {
    expect(readDecoded({ data: { a: 1 }, warnings: "old", errors: [] })).toEqual({
      ok: true,
      data: { a: 1 },
      warnings: ["old"],
    });
  });

  it("without data says nothing; with errors its data do not count", () => {
    expect(readDecoded({ warnings: ["unknown port"] })).toMatchObject({ ok: true, data: {} });
    expect(readDecoded({ data: { a: 1 }, errors: ["short", { at: 3 }] })).toMatchObject({
      ok: false,
      reason: 'the codec says: short; {"at":3}',
    });
    expect(readDecoded({ data: [1] })).toMatchObject({ ok: false });
  });
});

describe("an encoded answer", () => {
  it("is bytes and a port, its own or another", () => {
    expect(readEncoded({ bytes: [0, 255], fPort: 3 }, 1)).toMatchObject({ port: 3 });
    expect(readEncoded({ bytes: [0, 255] }, 7)).toMatchObject({
      ok: true,
      port: 7,
      bytes: [0, 255],
    });
  });

  it.each([
    [{ bytes: [256] }],
    [{ bytes: [-1] }],
    [{ bytes: "00" }],
    [{}],
    [{ bytes: Array(243).fill(0) }],
  ])("is none when it has no bytes: %j", (answer) =>
    expect(readEncoded(answer, 1)).toMatchObject({ ok: false }),
  );

  it("is none on a port that is none", () => {
    for (const fPort of [0, 256, 1.5, "2"])
      expect(readEncoded({ bytes: [1], fPort }, 1)).toMatchObject({ ok: false });
  });
});
