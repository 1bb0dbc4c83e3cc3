import { type CommandAnswer, protocolNamed } from "@zpr/protocols";
import { expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { meitrackSpeech } from "./meitrack.ts";

const IMEI = "356307042441013";
const meitrack = protocolNamed("meitrack");
if (!meitrack?.commands) throw new Error("Meitrack takes no commands");

function record(minute: number, satellites: number): TrackerRecord {
  return {
    time: Date.UTC(2026, 5, 19, 8, minute),
    position: [4.3977, -51.2222],
    altitudeMetres: -2,
    headingDegrees: 182,
    satellites,
    speedKilometresPerHour: 36,
    io: { gsmSignal: 4, batteryMillivolts: 3910, hdopTenths: 11 },
  };
}

const settings = {};
const about = { receivedAt: new Date(), transport: "tcp", context: null, settings } as const;
const caller = { uniqueId: null, context: null, transport: "tcp", now: new Date() } as const;

it("says what the decoder reads, and takes its answers", () => {
  const records = Array.from({ length: 30 }, (_, at) => record(at, at === 29 ? 0 : 9));
  const speaker = speakerNamed(IMEI);
  const messages = meitrackSpeech.report(records, speaker);
  const fixes = messages.flatMap((message) => {
    expect(meitrack.split(message)).toEqual({ kind: "frame", length: message.length });
    const meaning = meitrack.understand(message, caller);
    expect(meaning).toMatchObject({ kind: "keep", uniqueId: IMEI, listens: true });
    const reply = meaning.reply ?? Buffer.alloc(0);
    expect(meitrackSpeech.hear(reply.subarray(0, -1), speaker)).toEqual({ kind: "incomplete" });
    expect(meitrackSpeech.hear(reply, speaker)).toEqual({ kind: "accepted", length: reply.length });
    const decoded = meitrack.decode(message, about);
    return decoded.ok ? decoded.records.map(({ fix }) => fix) : [];
  });
  expect(fixes).toHaveLength(30);
  expect(fixes[1]).toMatchObject({
    time: new Date("2026-06-19T08:01:00Z"),
    position: [4.3977, -51.2222],
    quality: "valid",
    altitudeMetres: -2,
    speedMetresPerSecond: 10,
    batteryVolts: 3.91,
    hdop: 1.1,
  });
  expect(fixes[29]?.quality).toBe("stale");
});

it.each([11, 12])("answers command %i so that it is known", (id) => {
  const to = { id, uniqueId: IMEI, model: null, settings };
  const command = meitrack.commands?.encode("A12,30", to);
  if (!command?.ok) throw new Error("not encoded");
  const heard = meitrackSpeech.hear(command.bytes, speakerNamed(IMEI));
  expect(heard).toMatchObject({ kind: "command", text: "A12,30", length: command.bytes.length });
  const answer = heard.kind === "command" ? heard.answer : Buffer.alloc(0);
  expect(meitrack.understand(answer, caller)).toMatchObject({
    kind: "keep",
    records: 0,
    reply: null,
    answer: { key: command.key, outcome: "acknowledged", text: "A12,OK" } satisfies CommandAnswer,
  });
});
