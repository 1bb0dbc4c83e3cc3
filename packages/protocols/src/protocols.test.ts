import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Decoded } from "./protocol.ts";
import { protocols } from "./registry.ts";

test("no two protocols share a name or a port", () => {
  expect(new Set(protocols.map((one) => one.name)).size).toBe(protocols.length);
  expect(new Set(protocols.map((one) => one.port)).size).toBe(protocols.length);
});

interface Sample {
  readonly note: string;
  readonly hex: string;
  readonly fixes?: unknown;
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

  it("takes no frame of which one byte was changed", () => {
    const good = samples.filter((sample) => sample.fixes).map(({ hex }) => Buffer.from(hex, "hex"));
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (frame, at, change) => {
          const damaged = Buffer.from(frame);
          const place = at % damaged.length;
          damaged.writeUInt8(damaged.readUInt8(place) ^ change, place);
          const head = protocol.split(damaged);
          const whole = head.kind === "frame" && head.length === damaged.length;
          if (whole) expect(protocol.understand(damaged, "356307042441013").kind).not.toBe("keep");
        },
      ),
    );
  });

  it("answers any bytes with a value and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        const head = protocol.split(buffer);
        protocol.decode(buffer);
        if (head.kind === "frame") protocol.understand(buffer.subarray(0, head.length), null);
      }),
    );
  });

  it("gives each record its own bytes, so that the same record is known in any packet", () => {
    for (const { hex, fixes } of samples) {
      const decoded = protocol.decode(Buffer.from(hex, "hex"));
      if (!fixes || !decoded.ok) continue;
      for (const { bytes } of decoded.records) expect(hex).toContain(bytes.toString("hex"));
      expect(new Set(decoded.records.map(({ bytes }) => bytes.toString("hex"))).size).toBe(
        decoded.records.length,
      );
    }
  });
});
