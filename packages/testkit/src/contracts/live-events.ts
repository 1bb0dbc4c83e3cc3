import type { LiveEvent, LiveEvents, NumberedEvent } from "@zpr/ports";
import { describe, expect, it } from "vitest";

/** Live events reached from two sides, as from two processes; nothing is on its way between them yet. */
export interface LiveEventsBench {
  readonly here: LiveEvents;
  readonly there: LiveEvents;
}

/** An event that can be told from others by its tracker. */
export function heardFrom(trackerId: number, studyId = 1): LiveEvent {
  return {
    kind: "tracker",
    studyId,
    trackerId,
    lastHeardAt: new Date("2026-07-01T12:00:00.250Z"),
  };
}

/** What a watcher saw: trackers by number, and gaps. */
export function watch(events: Pick<LiveEvents, "subscribe">, after?: string) {
  const seen: (number | "gap")[] = [];
  const ids: string[] = [];
  const stop = events.subscribe(({ id, event }) => {
    seen.push(event.kind === "gap" ? "gap" : trackerOf(event));
    ids.push(id);
  }, after);
  return { seen, ids, stop };
}

/** What live events promise, whatever carries them. */
export function describeLiveEvents(name: string, make: () => Promise<LiveEventsBench>): void {
  describe(`${name} carries live events`, () => {
    it("tells everybody who watches, on either side, as it was and in one order", async () => {
      const { here, there } = await make();
      const [first, ...others] = [watch(here), watch(there), watch(there)] as const;
      for (let pair = 0; pair < 100; pair++) {
        here.publish(heardFrom(pair));
        there.publish(heardFrom(1000 + pair));
      }
      for (const { seen } of [first, ...others]) await expect.poll(() => seen).toHaveLength(200);
      for (const { seen, ids } of others) expect([seen, ids]).toEqual([first.seen, first.ids]);
      expect(new Set(first.ids).size).toBe(200);
      const ours = first.seen.filter((number) => Number(number) < 1000);
      expect(ours).toEqual(Array.from({ length: 100 }, (_, pair) => pair));
    });

    it("gives each event back as it was published", async () => {
      const { here, there } = await make();
      const seen: NumberedEvent["event"][] = [];
      there.subscribe(({ event }) => seen.push(event));
      for (const event of EVERY_KIND) here.publish(event);
      await expect.poll(() => seen).toEqual(EVERY_KIND);
    });

    it("gives a new watcher only what is new", async () => {
      const { here, there } = await make();
      await tellBoth({ here, there }, 1);
      const { seen } = watch(there);
      await tellBoth({ here, there }, 2);
      expect(seen).toEqual([2]);
    });

    it("gives a watcher that comes back what it missed, on either side, then what is new", async () => {
      const { here, there } = await make();
      const first = watch(here);
      await tellBoth({ here, there }, 1);
      first.stop();
      for (const number of [2, 3]) await tellBoth({ here, there }, number);
      for (const side of [here, there]) expect(watch(side, first.ids[0]).seen).toEqual([2, 3]);
      const again = watch(there, first.ids[0]);
      await tellBoth({ here, there }, 4);
      expect(again.seen).toEqual([2, 3, 4]);
      expect(first.seen).toEqual([1]);
    });

    it("has a place to come back to for who has seen nothing yet", async () => {
      const { here, there } = await make();
      const place = here.place();
      await tellBoth({ here, there }, 1);
      expect(watch(here, place).seen).toEqual([1]);
    });

    it("tells a gap to who comes back from a place it does not know, and goes on from there", async () => {
      const { here, there } = await make();
      const lost = watch(here, "1764085000000");
      expect(lost.seen).toEqual(["gap"]);
      await tellBoth({ here, there }, 1);
      expect(lost.seen).toEqual(["gap", 1]);
      expect(watch(here, lost.ids[0]).seen).toEqual([1]);
    });

    it("keeps no more than so many, and tells a gap to who comes back later", async () => {
      const { here, there } = await make();
      const place = here.place();
      for (let thousand = 1; thousand <= 7; thousand++) {
        for (let number = 1; number < 1000; number++) here.publish(heardFrom(number));
        await tellBoth({ here, there }, thousand * 1000);
      }
      for (const side of [here, there]) expect(watch(side, place).seen).toEqual(["gap"]);
    });
  });
}

/** Resolves when an event has arrived on both sides. */
async function tellBoth({ here, there }: LiveEventsBench, trackerId: number): Promise<void> {
  const watchers = [watch(here), watch(there)];
  here.publish(heardFrom(trackerId));
  for (const { seen, stop } of watchers) {
    await expect.poll(() => seen).toContain(trackerId);
    stop();
  }
}

function trackerOf(event: NumberedEvent["event"]): number {
  return "trackerId" in event ? event.trackerId : Number.NaN;
}

const AT = new Date("2026-07-01T12:00:00.250Z");
const EVERY_KIND: readonly LiveEvent[] = [
  {
    kind: "fix",
    studyId: 1,
    trackerId: 2,
    itemCode: null,
    time: AT,
    position: [4.31, 51.11],
    flags: ["late"],
    batteryVolts: 3.9,
    batteryPercent: 62,
    satellites: 9,
  },
  heardFrom(3),
  {
    kind: "sighting",
    studyId: 1,
    id: "0b8c8f1e-7f1f-4b59-9d3d-6e3c5f0f9a11",
    itemCode: "ABC123",
    seenAt: AT,
    position: null,
  },
  { kind: "command", studyId: 1, trackerId: 2, commandId: 3, status: "sent" },
  { kind: "unknown-tracker", studyId: null, protocol: "h02", uniqueId: 'time: "12:00" é\n' },
];
