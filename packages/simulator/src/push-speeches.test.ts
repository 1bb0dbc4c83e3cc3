import { pushProtocolNamed } from "@zpr/protocols";
import { expect, test } from "vitest";
import { pushSpeeches } from "./push-speeches.ts";
import type { TrackerRecord } from "./teltonika-encode.ts";
import { speakerNamed } from "./tracker-call.ts";

const record: TrackerRecord = {
  time: Date.UTC(2026, 5, 19, 8, 1),
  position: [-4.3977, 51.2222],
  altitudeMetres: 2,
  headingDegrees: 182,
  satellites: 7,
  speedKilometresPerHour: 3.6,
  io: { batteryMillivolts: 3910, hdopTenths: 11 },
};

test.each(pushSpeeches)("what $protocol pushes is unpacked and read", (speech) => {
  const protocol = pushProtocolNamed(speech.protocol);
  if (!protocol) throw new Error(`no protocol ${speech.protocol}`);
  const uniqueId = speech.uniqueIdOf("009912345678901");
  const records = [record, { ...record, time: record.time + 3_600_000 }];
  const receivedAt = new Date();
  const query = Object.fromEntries(new URLSearchParams(speech.query));
  const fixes = speech.report(records, speakerNamed(uniqueId)).flatMap((body) => {
    const unpacked = protocol.unpack(body, { receivedAt, contentType: speech.contentType, query });
    if (!unpacked.ok) throw new Error(unpacked.reason);
    const push = { receivedAt, contentType: speech.contentType, query };
    const refused = protocol.refusal?.(body, push, "it could not be kept");
    if (refused) expect(speech.isTaken?.(String(refused.body))).toBe(false);
    if (unpacked.answer && speech.isTaken)
      expect(speech.isTaken(String(unpacked.answer.body))).toBe(true);
    return unpacked.messages.flatMap(({ uniqueId: sender, bytes, context = null }) => {
      expect(sender).toBe(uniqueId);
      const about = { receivedAt, transport: "http", context, settings: {} } as const;
      const decoded = protocol.decode(bytes, about);
      if (!decoded.ok) throw new Error(decoded.reason);
      return decoded.records;
    });
  });
  expect(fixes.map(({ fix }) => fix.time.getTime())).toEqual(records.map(({ time }) => time));
  for (const { fix, payload } of fixes) {
    const place = fix.position ?? [payload?.object?.["longitude"], payload?.object?.["latitude"]];
    expect(place[0]).toBeCloseTo(-4.3977, 4);
    expect(place[1]).toBeCloseTo(51.2222, 4);
  }
});
