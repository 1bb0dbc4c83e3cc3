import { protocolNamed } from "@zpr/protocols";
import { expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { iridiumSpeech } from "./iridium.ts";

const IMEI = "300434060000013";
const iridium = protocolNamed("iridium");
if (!iridium) throw new Error("no iridium");

const record: TrackerRecord = {
  time: Date.UTC(2026, 5, 19, 8),
  position: [-4.3977, 51.2222],
  altitudeMetres: 0,
  headingDegrees: 182,
  satellites: 9,
  speedKilometresPerHour: 36,
  io: { batteryMillivolts: 3910, hdopTenths: 11 },
};
const T622 = {
  payloadLayout: "meitrack-t622",
  payloadFields: ["01", "02", "03", "04", "05", "06", "08", "09", "0A", "19"],
};
const about = { receivedAt: new Date(), transport: "tcp", context: null } as const;

it("says what the decoder reads, with a layout and without, and takes its answer", () => {
  const speaker = speakerNamed(IMEI);
  const messages = iridiumSpeech.report([record, { ...record, satellites: 0 }], speaker);
  expect(messages).toHaveLength(2);
  const [message = Buffer.alloc(0), second = Buffer.alloc(0)] = messages;
  expect(iridium.split(message)).toEqual({ kind: "frame", length: message.length });
  const meaning = iridium.understand(message, { ...about, uniqueId: null, now: new Date() });
  expect(meaning).toMatchObject({ kind: "keep", uniqueId: IMEI, records: 1 });
  const reply = meaning.reply ?? Buffer.alloc(0);
  expect(iridiumSpeech.hear(reply, speaker)).toEqual({ kind: "accepted", length: 7 });

  const fixIn = (bytes: Buffer, settings: Readonly<Record<string, unknown>>) => {
    const decoded = iridium.decode(bytes, { ...about, settings });
    return decoded.ok ? decoded.records[0]?.fix : undefined;
  };
  const time = new Date(record.time);
  expect(fixIn(message, T622)).toMatchObject({
    time,
    position: [-4.3977, 51.2222],
    quality: "valid",
    speedMetresPerSecond: 10,
    headingDegrees: 182,
    satellites: 9,
    hdop: 1.1,
    batteryVolts: 3.91,
    attributes: { momsn: 1, reason: 35, networkAccuracyMetres: 5000 },
  });
  expect(fixIn(second, T622)).toMatchObject({ quality: "stale", attributes: { momsn: 2 } });
  const network = fixIn(message, {});
  expect(network).toMatchObject({ time, quality: "network", accuracyMetres: 5000 });
  expect(network?.position?.[0]).toBeCloseTo(-4.3977, 4);
  expect(network?.position?.[1]).toBeCloseTo(51.2222, 4);
});
