import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Decoded } from "./protocol.ts";
import { decoderNamed, protocolNamed, protocols, pushProtocols } from "./registry.ts";
import { aboutOf, callerOf, type Sample } from "./testing.ts";

test("no two protocols share a name or a port, and each is found by its name", () => {
  const all = [...protocols, ...pushProtocols];
  expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
  expect(new Set(protocols.map((one) => one.port)).size).toBe(protocols.length);
  for (const one of all) expect(decoderNamed(one.name)).toBe(one);
  for (const one of protocols) expect(protocolNamed(one.name)).toBe(one);
});

function samplesOf(name: string): readonly Sample[] {
  return JSON.parse(readFileSync(new URL(`./${name}/frames.json`, import.meta.url), "utf8"));
}

function plain(decoded: Decoded): unknown {
  if (!decoded.ok) return { reason: decoded.reason };
  return JSON.parse(JSON.stringify({ fixes: decoded.records.map(({ fix }) => fix) }));
}

const bytesOf = ({ hex }: Sample) => Buffer.from(hex, "hex");

describe.each(protocols)("$name", (protocol) => {
  const samples = samplesOf(protocol.name);
  const onStream = samples.filter(({ datagram }) => !datagram);

  it.each(samples)("reads: $note", (sample) => {
    expect(plain(protocol.decode(bytesOf(sample), aboutOf(sample)))).toEqual(
      sample.reason ? { reason: sample.reason } : { fixes: sample.fixes },
    );
  });

  it.each(onStream)("waits for the rest of: $note", (sample) => {
    const whole = bytesOf(sample);
    expect(protocol.split(Buffer.concat([whole, whole]))).toEqual({
      kind: "frame",
      length: whole.length,
    });
    for (let length = 0; length < whole.length; length++)
      expect(protocol.split(whole.subarray(0, length)).kind).toBe("incomplete");
  });

  it.each(samples)("has it kept, whatever it is: $note", (sample) => {
    const meaning = protocol.understand(bytesOf(sample), callerOf(sample));
    if (sample.fixes) expect(meaning).toMatchObject({ kind: "keep", records: sample.fixes.length });
    else expect(["keep", "keep-corrupt"]).toContain(meaning.kind);
    if (sample.reply !== undefined)
      expect(meaning.reply?.toString("hex") ?? null).toBe(sample.reply);
  });

  it("cuts the same frames out of a stream wherever it is broken", () => {
    const stream = Buffer.concat(onStream.map(bytesOf));
    const cuts = fc.array(fc.integer({ min: 1, max: stream.length }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const frames: string[] = [];
        let pending = Buffer.alloc(0);
        const ends = [...new Set([...places, stream.length])].sort((a, b) => a - b);
        ends.forEach((end, at) => {
          pending = Buffer.concat([pending, stream.subarray(ends[at - 1] ?? 0, end)]);
          for (let head = protocol.split(pending); head.kind === "frame"; ) {
            frames.push(pending.toString("hex", 0, head.length));
            pending = pending.subarray(head.length);
            head = protocol.split(pending);
          }
        });
        expect(frames).toEqual(onStream.map(({ hex }) => hex));
      }),
    );
  });

  it("gives each record its own bytes, so that the same record is known in any packet", () => {
    for (const sample of samples) {
      const decoded = protocol.decode(bytesOf(sample), aboutOf(sample));
      const records = decoded.ok ? decoded.records.map(({ bytes }) => bytes.toString("hex")) : [];
      for (const bytes of records) expect(sample.hex).toContain(bytes);
      expect(new Set(records).size).toBe(records.length);
    }
  });

  it("answers any bytes with a value, never throws and never stands still", () => {
    const anything = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    // Random bytes seldom get past the first check; a true frame with some bytes changed does.
    const almost = fc
      .tuple(
        fc.constantFrom(...samples).map(bytesOf),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      )
      .map(([frame, changes]) => {
        for (const [place, byte] of changes) frame[place % frame.length] = byte;
        return frame;
      });
    fc.assert(
      fc.property(fc.oneof(anything, almost), fc.constantFrom(...samples), (bytes, sample) => {
        const head = protocol.split(bytes);
        protocol.decode(bytes, aboutOf(sample));
        if (protocol.transports.includes("udp"))
          for (const frame of protocol.framesOf?.(bytes) ?? [bytes])
            protocol.understand(frame, { ...callerOf(sample), transport: "udp" });
        if (head.kind !== "frame") return;
        expect(head.length).toBeGreaterThan(0);
        expect(head.length).toBeLessThanOrEqual(bytes.length);
        protocol.understand(bytes.subarray(0, head.length), callerOf(sample));
      }),
      { numRuns: 2000 },
    );
  });
});
