import type { TrackerRecord } from "@zpr/simulator";
import fc from "fast-check";
import { type River, recordAt } from "../testing.ts";

/** Where a record says it is: on its way, somewhere near, at the place of others, or far off. */
const place = fc.constantFrom<readonly [number, number]>(
  [0, 0],
  [0, 0],
  [0.0002, 0.0001],
  [0.001, 0],
  [0.05, 0.02],
  [-0.3, 0.1],
);

/** Gaps in minutes: most are a tracker's interval, some none at all, some longer than any window. */
const gap = fc.constantFrom(0, 1, 1, 1, 1, 5, 5, 10, 60, 24 * 60 + 1, 90 * 24 * 60);

/** What a record says, and whether the network says it for the tracker. */
export interface Said extends TrackerRecord {
  readonly byNetwork?: true;
}

const trouble = fc.constantFrom<Partial<Said>>(
  {},
  {},
  {},
  {},
  { byNetwork: true },
  { byNetwork: true },
  { satellites: 0 },
  { satellites: 3 },
  { io: { hdopTenths: 80 } },
  { io: { batteryPercent: 40 } },
  { position: [0, 0] },
  { time: Date.parse("2036-02-07T06:28:16Z") },
  { time: Date.parse("1970-01-01T00:00:07Z") },
);

/** What one tracker says in its life: good, doubtful, doubled, out of its time. */
export const history = fc
  .array(fc.record({ gap, place, trouble }), { minLength: 3, maxLength: 40, size: "max" })
  .map((steps) => {
    let minutes = 0;
    return steps.map(({ gap: pause, place: [east, north], trouble: changes }) => {
      minutes += pause;
      const on = recordAt(0).position;
      const position = [on[0] + east + minutes / 1e5, on[1] + north] as const;
      return { ...recordAt(minutes - 200 * 24 * 60, { position }), ...changes };
    });
  });

/** A kind of tracker: one sends many records at once, the other tells when a network placed it. */
export interface Kind {
  readonly protocol: "teltonika" | "http";
  send(river: River, uniqueId: string, records: readonly Said[]): Promise<void>;
}

/** Many records in a message. */
export const teltonika: Kind = {
  protocol: "teltonika",
  send: (river, uniqueId, records) => river.send(uniqueId, records),
};
/** One record in a message, in JSON. */
export const http: Kind = {
  protocol: "http",
  async send(river, uniqueId, records) {
    for (const record of records) await river.sendJson(uniqueId, inJson(record));
  },
};

function inJson({ time, position, satellites, io, byNetwork }: Said) {
  return {
    time,
    position,
    fix: byNetwork ? "network" : satellites === 0 ? "stale" : "valid",
    satellites,
    hdop: (io.hdopTenths ?? 0) / 10,
    batteryPercent: io.batteryPercent,
  };
}

/** In an item for the middle half of its records, by number. */
export function deployment(river: River, trackerId: number, records: readonly Said[]) {
  const times = records.map(({ time }) => time).sort((a, b) => a - b);
  const startedAt = new Date(times[Math.floor(times.length / 4)] ?? 0);
  const endedAt = new Date((times[Math.floor((times.length * 3) / 4)] ?? 0) + 1);
  return async () => {
    const item = await river.newItem();
    const made = await river.trackerStore.deploy({
      trackerId,
      itemCode: item.code,
      startedAt,
      endedAt,
    });
    if (typeof made === "string") throw new Error(made);
  };
}
