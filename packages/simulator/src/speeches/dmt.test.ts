import { protocolNamed } from "@zpr/protocols";
import { describe, expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { dmtSpeech } from "./dmt.ts";

const IMEI = "356307042441088";
const NOW = new Date("2026-07-01T10:00:00Z");
const RECORD: TrackerRecord = {
  time: NOW.getTime(),
  position: [-70.65, -33.44],
  altitudeMetres: -2,
  headingDegrees: 272,
  satellites: 9,
  speedKilometresPerHour: 18,
  io: { batteryMillivolts: 3910, hdopTenths: 12 },
};

function dmt() {
  const protocol = protocolNamed("dmt");
  if (!protocol?.commands) throw new Error("dmt is not in the registry, or takes no commands");
  return { ...protocol, commands: protocol.commands };
}

const caller = { uniqueId: IMEI, context: null, transport: "tcp", now: NOW } as const;
const about = { receivedAt: NOW, transport: "tcp", context: null, settings: {} } as const;

/** The frames in what a tracker says in one piece. */
function framesIn(bytes: Buffer): readonly Buffer[] {
  const head = dmt().split(bytes);
  if (head.kind !== "frame") return [];
  return [bytes.subarray(0, head.length), ...framesIn(bytes.subarray(head.length))];
}

describe("what a Digital Matter tracker says", () => {
  it("begins with a hello that is taken as a login", () => {
    const speaker = speakerNamed(IMEI);
    const greeting = dmtSpeech.greeting(speaker) ?? Buffer.alloc(0);
    const meaning = dmt().understand(greeting, { ...caller, uniqueId: null });
    expect(meaning).toMatchObject({
      kind: "login",
      uniqueId: IMEI,
      context: "471108 97.2.1.11",
    });
    const reply = meaning.reply ?? Buffer.alloc(0);
    expect(dmtSpeech.hear(reply, speaker)).toEqual({ kind: "accepted", length: reply.length });
    expect(dmtSpeech.hear(reply.subarray(0, 6), speaker)).toEqual({ kind: "incomplete" });
  });

  it("carries records that our decoder reads, each message with its commit", () => {
    const blind = { ...RECORD, time: RECORD.time + 60_000, satellites: 0 };
    const lost = { ...blind, position: [0, 0] as const };
    const records = [RECORD, blind, lost, ...Array.from({ length: 13 }, () => RECORD)];
    const messages = dmtSpeech.report(records, speakerNamed(IMEI));
    expect(messages).toHaveLength(2);
    const [data = Buffer.alloc(0), commit = Buffer.alloc(0)] = framesIn(
      messages[0] ?? Buffer.alloc(0),
    );
    expect(dmt().understand(data, caller)).toMatchObject({ kind: "keep", records: 15 });
    const decoded = dmt().decode(data, about);
    expect(decoded.ok && decoded.records.slice(0, 3).map(({ fix }) => fix)).toMatchObject([
      {
        time: NOW,
        position: [-70.65, -33.44],
        quality: "valid",
        altitudeMetres: -2,
        speedMetresPerSecond: 5,
        headingDegrees: 272,
        batteryVolts: 3.91,
      },
      { time: new Date("2026-07-01T10:01:00Z"), position: [-70.65, -33.44], quality: "stale" },
      { time: new Date("2026-07-01T10:01:00Z"), position: null, quality: "none" },
    ]);
    const stored = dmt().understand(commit, caller).reply ?? Buffer.alloc(0);
    expect(dmtSpeech.hear(stored, speakerNamed(IMEI))).toMatchObject({ kind: "accepted" });
    stored.writeUInt8(0, 5);
    expect(dmtSpeech.hear(stored, speakerNamed(IMEI))).toMatchObject({ kind: "refused" });
  });

  it.each(["0002", "0003:03c0498e19"])("answers the message %s with its number", (text) => {
    const to = { uniqueId: IMEI, model: null, settings: {}, id: 70_000 };
    const sent = dmt().commands.encode(text, to);
    if (!sent.ok) throw new Error(sent.reason);
    const heard = dmtSpeech.hear(sent.bytes, speakerNamed(IMEI));
    if (heard.kind !== "command") throw new Error(heard.kind);
    expect(heard).toMatchObject({ text, length: sent.bytes.length });
    expect(dmt().understand(heard.answer, caller)).toMatchObject({
      kind: "keep",
      answer: { key: "70000", outcome: "acknowledged" },
    });
  });
});
