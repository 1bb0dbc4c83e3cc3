import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Decoded } from "./protocol.ts";
import { protocolNamed, protocols } from "./registry.ts";

test("no two protocols share a name or a port, and each is found by its name", () => {
  expect(new Set(protocols.map((one) => one.name)).size).toBe(protocols.length);
  expect(new Set(protocols.map((one) => one.port)).size).toBe(protocols.length);
  for (const one of protocols) expect(protocolNamed(one.name)).toBe(one);
});

/** A frame of `frames.json`, made by us or captured and its sender masked, and what it says. */
interface Sample {
  readonly note: string;
  readonly hex: string;
  readonly fixes?: readonly unknown[];
  readonly reason?: string;
}

function samplesOf(name: string): readonly Sample[] {
  return JSON.parse(readFileSync(new URL(`./${name}/frames.json`, import.meta.url), "utf8"));
}

function plain(decoded: Decoded): unknown {
  if (!decoded.ok) return { reason: decoded.reason };
  return JSON.parse(JSON.stringify({ fixes: decoded.records.map(({ fix }) => fix) }));
}

describe.each(protocols)("$name", (protocol) => {
  const samples = samplesOf(protocol.name);
  const good = samples.filter(({ fixes }) => fixes);

  it.each(samples)("reads: $note", ({ hex, fixes, reason }) => {
    expect(plain(protocol.decode(Buffer.from(hex, "hex")))).toEqual(
      reason ? { reason } : { fixes },
    );
  });

  it.each(samples)("waits for the rest of: $note", ({ hex }) => {
    const whole = Buffer.from(hex, "hex");
    expect(protocol.split(Buffer.concat([whole, whole]))).toEqual({
      kind: "frame",
      length: whole.length,
    });
    for (let length = 0; length < whole.length; length++)
      expect(protocol.split(whole.subarray(0, length)).kind).toBe("incomplete");
  });

  it.each(samples)("has it kept, whatever it is: $note", ({ hex, fixes }) => {
    const meaning = protocol.understand(Buffer.from(hex, "hex"), "356307042441013");
    if (fixes) expect(meaning).toMatchObject({ kind: "keep", records: fixes.length });
    else expect(["keep", "keep-corrupt"]).toContain(meaning.kind);
  });

  it("gives each record its own bytes, so that the same record is known in any packet", () => {
    for (const { hex } of good) {
      const decoded = protocol.decode(Buffer.from(hex, "hex"));
      const records = decoded.ok ? decoded.records.map(({ bytes }) => bytes.toString("hex")) : [];
      for (const bytes of records) expect(hex).toContain(bytes);
      expect(new Set(records).size).toBe(records.length);
    }
  });

  it("answers any bytes with a value and never throws", () => {
    const anything = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    // Random bytes seldom get past the first check; a true frame with some bytes changed does.
    const almost = fc
      .tuple(
        fc.constantFrom(...samples).map(({ hex }) => Buffer.from(hex, "hex")),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      )
      .map(([frame, changes]) => {
        for (const [place, byte] of changes) frame[place % frame.length] = byte;
        return frame;
      });
    fc.assert(
      fc.property(fc.oneof(anything, almost), (bytes) => {
        const head = protocol.split(bytes);
        protocol.decode(bytes);
        if (head.kind === "frame") protocol.understand(bytes.subarray(0, head.length), null);
      }),
      { numRuns: 2000 },
    );
  });
});
