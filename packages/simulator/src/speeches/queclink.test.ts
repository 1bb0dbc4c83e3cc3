import { type CommandAnswer, protocolNamed } from "@zpr/protocols";
import { expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { queclinkSpeech } from "./queclink.ts";

const IMEI = "356307042441013";
const queclink = protocolNamed("queclink");
if (!queclink?.commands) throw new Error("Queclink takes no commands");

function record(minute: number, satellites: number): TrackerRecord {
  return {
    time: Date.UTC(2026, 5, 19, 8, minute),
    position: [-4.3977, -51.2222],
    altitudeMetres: -2,
    headingDegrees: 182,
    satellites,
    speedKilometresPerHour: 36,
    io: { batteryPercent: 87, hdopTenths: 22 },
  };
}

const settings = {};
const about = { receivedAt: new Date(), transport: "tcp", context: null, settings } as const;
const caller = { uniqueId: null, context: null, transport: "tcp", now: new Date() } as const;

it("says what the decoder reads, and takes its receipts", () => {
  const records = Array.from({ length: 20 }, (_, at) => record(at, at === 19 ? 0 : 9));
  const speaker = speakerNamed(IMEI);
  const messages = queclinkSpeech.report(records, speaker);
  expect(messages).toHaveLength(2);
  const fixes = messages.flatMap((message) => {
    expect(queclink.split(message)).toEqual({ kind: "frame", length: message.length });
    const meaning = queclink.understand(message, caller);
    expect(meaning).toMatchObject({ kind: "keep", uniqueId: IMEI, listens: true });
    const reply = meaning.reply ?? Buffer.alloc(0);
    expect(queclinkSpeech.hear(reply.subarray(0, -1), speaker)).toEqual({ kind: "incomplete" });
    expect(queclinkSpeech.hear(reply, speaker)).toEqual({ kind: "accepted", length: reply.length });
    const decoded = queclink.decode(message, about);
    return decoded.ok ? decoded.records.map(({ fix }) => fix) : [];
  });
  expect(fixes).toHaveLength(20);
  expect(fixes[1]).toMatchObject({
    time: new Date("2026-06-19T08:01:00Z"),
    position: [-4.3977, -51.2222],
    quality: "valid",
    altitudeMetres: -2,
    speedMetresPerSecond: 10,
    hdop: 2,
  });
  expect(fixes[19]).toMatchObject({ quality: "stale", batteryPercent: 87 });
});

it.each([11, 65_540])("answers command %i so that it is known", (id) => {
  const to = { id, uniqueId: IMEI, model: "GL300", settings };
  const command = queclink.commands?.encode("GTRTO,1,,,,,", to);
  if (!command?.ok) throw new Error("not encoded");
  const speaker = speakerNamed(IMEI);
  const heard = queclinkSpeech.hear(command.bytes, speaker);
  expect(heard).toMatchObject({ kind: "command", length: command.bytes.length });
  const answer = heard.kind === "command" ? heard.answer : Buffer.alloc(0);
  const meaning = queclink.understand(answer, caller);
  expect(meaning).toMatchObject({
    kind: "keep",
    records: 0,
    answer: { key: command.key, outcome: "acknowledged", text: "GTRTO" } satisfies CommandAnswer,
  });
  // The receipt for an answer is none for a report.
  expect(queclinkSpeech.hear(meaning.reply ?? Buffer.alloc(0), speaker)).toMatchObject({
    kind: "other",
  });
});
