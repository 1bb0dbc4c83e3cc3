import { Buffer } from "node:buffer";
import { protocolNamed } from "@zpr/protocols";
import { describe, expect, it } from "vitest";
import { type ScheldtDemoOptions, scheldtDemo } from "./scheldt-demo.ts";
import type { SimulatedEvent } from "./simulation.ts";
import { encodePacket } from "./teltonika-encode.ts";

const ENDS_AT = Date.parse("2026-07-15T12:00:00Z");
const OPTIONS: ScheldtDemoOptions = {
  seed: "test",
  endsAt: ENDS_AT,
  days: 4,
  items: 30,
  trackers: 8,
  studyName: "Scheldt (simulated)",
};

/** Everything that goes over the wire, as bytes. */
function bytesOf(events: readonly SimulatedEvent[]): Buffer {
  return Buffer.concat(
    events.map((event) =>
      event.kind === "packet"
        ? Buffer.concat([Buffer.from(event.imei), encodePacket("8E", event.records)])
        : Buffer.from(JSON.stringify([event.code, event.report])),
    ),
  );
}

function run(options: Partial<ScheldtDemoOptions> = {}): readonly SimulatedEvent[] {
  return scheldtDemo({ ...OPTIONS, ...options }).simulation.advance(ENDS_AT);
}

describe("the simulated study", () => {
  const events = run();
  const records = events.flatMap((event) => (event.kind === "packet" ? event.records : []));

  it("gives the same bytes for the same seed, and others for another", () => {
    const bytes = bytesOf(events);
    expect(bytesOf(run()).equals(bytes)).toBe(true);
    expect(bytesOf(run({ seed: "another" })).equals(bytes)).toBe(false);
  });

  it("gives the same however it is cut into pieces", () => {
    const { simulation } = scheldtDemo(OPTIONS);
    const pieces = [0.1, 0.5, 0.51, 1].flatMap((share) =>
      simulation.advance(ENDS_AT - (1 - share) * OPTIONS.days * 86_400_000),
    );
    expect(bytesOf(pieces).equals(bytesOf(events))).toBe(true);
  });

  it("has the items, trackers and places that were asked for, all labelled as simulated", () => {
    const { plan } = scheldtDemo(OPTIONS);
    expect(plan.study.simulated).toBe(true);
    expect(plan.releases.map(({ place }) => place)).toEqual(["Wintam", "Dendermonde", "Melle"]);
    expect(plan.items).toHaveLength(OPTIONS.items);
    expect(new Set(plan.items.map(({ code }) => code)).size).toBe(OPTIONS.items);
    expect(new Set(plan.items.map(({ itemType }) => itemType)).size).toBe(6);
    expect(plan.trackers).toHaveLength(OPTIONS.trackers);
  });

  it("sends what our decoder reads back, record by record", () => {
    const teltonika = protocolNamed("teltonika");
    const packet = events.find((event) => event.kind === "packet" && event.records.length > 1);
    if (packet?.kind !== "packet" || !teltonika) throw new Error("no packet of several records");
    const decoded = teltonika.decode(encodePacket("8E", packet.records), {
      receivedAt: new Date(),
      transport: "tcp",
      context: null,
      settings: {},
    });
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(decoded.records.map(({ fix }) => [fix.time.getTime(), fix.satellites])).toEqual(
      packet.records.map(({ time, satellites }) => [time, satellites]),
    );
    decoded.records.forEach(({ fix }, index) => {
      expect(fix.position?.[0]).toBeCloseTo(packet.records[index]?.position[0] ?? 0, 6);
      expect(fix.position?.[1]).toBeCloseTo(packet.records[index]?.position[1] ?? 0, 6);
    });
  });

  it("stays by the Scheldt, but for bad receivers and what people carry away", () => {
    const near = records.filter(
      ({ position: [longitude, latitude] }) =>
        longitude > 3 && longitude < 4.6 && latitude > 50.9 && latitude < 51.6,
    );
    expect(near.length / records.length).toBeGreaterThan(0.97);
    expect(records.length - near.length).toBeGreaterThan(0);
  });

  it("has trackers without a fix, late batches, and falling batteries", () => {
    expect(records.some(({ satellites }) => satellites === 0)).toBe(true);
    expect(events.some((event) => event.kind === "packet" && event.records.length > 5)).toBe(true);
    const [imei] = events.flatMap((event) => (event.kind === "packet" ? [event.imei] : []));
    const volts = events.flatMap((event) =>
      event.kind === "packet" && event.imei === imei
        ? event.records.map(({ io }) => io.batteryMillivolts ?? 0)
        : [],
    );
    expect(volts.at(-1)).toBeLessThan(volts[0] ?? 0);
  });

  it("has finders who report only after the release", () => {
    const { plan } = scheldtDemo(OPTIONS);
    const releasedAt = new Map(
      plan.releases.flatMap((release) =>
        release.itemCodes.map((code) => [code, release.releasedAt]),
      ),
    );
    const reports = events.flatMap((event) => (event.kind === "sighting" ? [event] : []));
    expect(reports.length).toBeGreaterThan(0);
    for (const { time, code } of reports)
      expect(time).toBeGreaterThan(releasedAt.get(code)?.getTime() ?? Number.POSITIVE_INFINITY);
  });
});
