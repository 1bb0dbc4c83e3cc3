import { protocolNamed } from "@zpr/protocols";
import { expect, it } from "vitest";
import type { TrackerRecord } from "../teltonika-encode.ts";
import { speakerNamed } from "../tracker-call.ts";
import { h02Speech } from "./h02.ts";

const ID = "3563070424";
const h02 = protocolNamed("h02");
if (!h02?.commands) throw new Error("H02 takes no commands");

const record: TrackerRecord = {
  time: Date.UTC(2026, 5, 19, 8, 1, 2),
  position: [-4.9999999, -51.2222],
  altitudeMetres: 0,
  headingDegrees: 182,
  satellites: 7,
  speedKilometresPerHour: 3.6,
  io: {},
};

const settings = {};
const about = { receivedAt: new Date(), transport: "tcp", context: null, settings } as const;
const caller = { uniqueId: null, context: null, transport: "tcp", now: new Date() } as const;

it("says what the decoder reads", () => {
  const messages = h02Speech.report([record, { ...record, satellites: 0 }], speakerNamed(ID));
  const fixes = messages.flatMap((message) => {
    expect(h02.split(message)).toEqual({ kind: "frame", length: message.length });
    expect(h02.understand(message, caller)).toMatchObject({ kind: "keep", uniqueId: ID });
    const decoded = h02.decode(message, about);
    return decoded.ok ? decoded.records.map(({ fix }) => fix) : [];
  });
  expect(fixes).toHaveLength(2);
  expect(fixes[0]).toMatchObject({
    time: new Date("2026-06-19T08:01:02Z"),
    quality: "valid",
    headingDegrees: 182,
  });
  expect(fixes[0]?.position?.[0]).toBeCloseTo(-5, 5);
  expect(fixes[0]?.position?.[1]).toBeCloseTo(-51.2222, 5);
  expect(fixes[0]?.speedMetresPerSecond).toBeCloseTo(1, 2);
  expect(fixes[1]?.quality).toBe("stale");
});

it("answers a command so that it is known, and only its own", () => {
  const to = { id: 7, uniqueId: ID, model: null, settings };
  const command = h02.commands?.encode("D1,60", to);
  if (!command?.ok) throw new Error("not encoded");
  const heard = h02Speech.hear(command.bytes, speakerNamed(ID));
  expect(heard).toMatchObject({ kind: "command", text: "D1,60", length: command.bytes.length });
  const answer = heard.kind === "command" ? heard.answer : Buffer.alloc(0);
  expect(h02.understand(answer, caller)).toMatchObject({
    answer: { key: command.key, outcome: "acknowledged" },
  });
  expect(h02Speech.hear(command.bytes, speakerNamed("1234567890")).kind).toBe("other");
  expect(h02Speech.hear(command.bytes.subarray(0, 9), speakerNamed(ID)).kind).toBe("incomplete");
});
