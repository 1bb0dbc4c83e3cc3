import { protocolNamed } from "@zpr/protocols";
import { describe, expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { gt06Speech } from "./gt06.ts";

const IMEI = "356307042441088";
const NOW = new Date("2026-07-01T10:00:00Z");
const RECORD: TrackerRecord = {
  time: NOW.getTime(),
  position: [-70.65, -33.44],
  altitudeMetres: 0,
  headingDegrees: 271,
  satellites: 9,
  speedKilometresPerHour: 18,
  io: {},
};

function gt06() {
  const protocol = protocolNamed("gt06");
  if (!protocol?.commands) throw new Error("gt06 is not in the registry, or takes no commands");
  return { ...protocol, commands: protocol.commands };
}

const caller = { uniqueId: IMEI, context: null, transport: "tcp", now: NOW } as const;
const about = { receivedAt: NOW, transport: "tcp", context: null, settings: {} } as const;

describe("what a GT06 tracker says", () => {
  it("begins with a login that is answered and taken as such", () => {
    const speaker = speakerNamed(IMEI);
    const greeting = gt06Speech.greeting(speaker) ?? Buffer.alloc(0);
    const meaning = gt06().understand(greeting, { ...caller, uniqueId: null });
    expect(meaning).toMatchObject({ kind: "login", uniqueId: IMEI, context: "0" });
    const reply = meaning.reply ?? Buffer.alloc(0);
    expect(gt06Speech.hear(reply, speaker)).toEqual({ kind: "accepted", length: reply.length });
    expect(gt06Speech.hear(reply.subarray(0, 5), speaker)).toEqual({ kind: "incomplete" });
  });

  it("carries a record in each frame, which our decoder reads", () => {
    const blind = { ...RECORD, time: RECORD.time + 60_000, satellites: 0 };
    const frames = gt06Speech.report([RECORD, blind], speakerNamed(IMEI));
    const fixes = frames.map((frame) => {
      expect(gt06().split(frame)).toEqual({ kind: "frame", length: frame.length });
      const decoded = gt06().decode(frame, about);
      return decoded.ok ? decoded.records.map(({ fix }) => fix) : decoded.reason;
    });
    expect(fixes).toMatchObject([
      [
        {
          time: NOW,
          position: [-70.65, -33.44],
          quality: "valid",
          speedMetresPerSecond: 5,
          headingDegrees: 271,
          satellites: 9,
        },
      ],
      [{ time: new Date("2026-07-01T10:01:00Z"), quality: "stale" }],
    ]);
  });

  it("answers a command with its own number", () => {
    const to = { uniqueId: IMEI, model: null, settings: {}, id: 70_000 };
    const sent = gt06().commands.encode("TIMER,300,300#", to);
    if (!sent.ok) throw new Error(sent.reason);
    const heard = gt06Speech.hear(sent.bytes, speakerNamed(IMEI));
    if (heard.kind !== "command") throw new Error(heard.kind);
    expect(heard).toMatchObject({ text: "TIMER,300,300#", length: sent.bytes.length });
    expect(gt06().understand(heard.answer, caller)).toMatchObject({
      kind: "keep",
      answer: { key: sent.key, outcome: "acknowledged", text: "OK, TIMER,300,300#" },
    });
  });

  it("heeds no frame with a wrong checksum", () => {
    const reply = Buffer.from("787805010001d9dd0d0a", "hex");
    expect(gt06Speech.hear(reply, speakerNamed(IMEI)).kind).toBe("other");
  });
});
