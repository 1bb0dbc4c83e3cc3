/** Everything together, minute by minute: items, their trackers, and the people on the banks. */
import type { Imei, ItemCode } from "@zpr/model";
import { Drifter, type DriftStart, STEP_MILLISECONDS, type Water } from "./drifter.ts";
import { finding, type SightingBody } from "./finder.ts";
import { random } from "./random.ts";
import type { TrackerRecord } from "./teltonika-encode.ts";
import { Tracker, type TrackerNature } from "./tracker.ts";

/** Something that reaches the server. Times are milliseconds since 1970 UTC. */
export type SimulatedEvent =
  | {
      readonly kind: "packet";
      readonly time: number;
      readonly imei: Imei;
      readonly records: readonly TrackerRecord[];
    }
  | {
      readonly kind: "sighting";
      readonly time: number;
      readonly code: ItemCode;
      readonly report: SightingBody;
    };

/** An item, where it goes in, and the tracker in it, if any. */
export interface SimulatedItem {
  readonly code: ItemCode;
  readonly start: DriftStart;
  readonly tracker?: TrackerNature;
}

/** A simulation under way. */
export interface Simulation {
  /** Up to where it has come. */
  readonly now: number;
  /** Goes on to a time and gives what was sent until then, in order of time. */
  advance(until: number): readonly SimulatedEvent[];
  /** From now on every tracker reports this often. */
  setIntervalSeconds(seconds: number): void;
}

/** Trackers are switched on at the pontoon, this long before their release. */
const ON_PONTOON = 45 * 60_000;
const LAST_MAST_KILOMETRE = 168;

/** Starts a simulation; the same plan gives the same events, however it is cut into advances. */
export function simulation(
  plan: {
    readonly seed: string;
    readonly since: number;
    readonly items: readonly SimulatedItem[];
  },
  water: Water,
): Simulation {
  const actors = plan.items.map((item) => actor(item, { water, seed: plan.seed }));
  let now = Math.floor(plan.since / STEP_MILLISECONDS) * STEP_MILLISECONDS;

  return {
    get now() {
      return now;
    },
    advance(until) {
      const events: SimulatedEvent[] = [];
      for (; now + STEP_MILLISECONDS <= until; now += STEP_MILLISECONDS)
        for (const { step } of actors) events.push(...step(now + STEP_MILLISECONDS));
      return events;
    },
    setIntervalSeconds(seconds) {
      for (const { tracker } of actors) if (tracker) tracker.intervalSeconds = seconds;
    },
  };
}

const NOTHING: readonly SimulatedEvent[] = [];

function actor(item: SimulatedItem, { water, seed }: { readonly water: Water; seed: string }) {
  const chance = random(`${seed}/${item.code}`);
  const drifter = new Drifter(item.start, water, chance.fork("drift"));
  const finders = chance.fork("finders");
  const { releasedAt } = item.start;
  const tracker =
    item.tracker && new Tracker(item.tracker, releasedAt - ON_PONTOON, chance.fork("tracker"));
  return { tracker, step };

  function step(time: number): readonly SimulatedEvent[] {
    drifter.step(time);
    const packets = packetsAt(time);
    const { state, position, kilometre } = drifter;
    const report = finding(
      { time, code: item.code, state, position, kilometre, releasedAt },
      finders,
    );
    if (!report) return packets;
    if (report.putBack === "taken-along") drifter.takeHome(time);
    return [...packets, { kind: "sighting", time, code: item.code, report }];
  }

  function packetsAt(time: number): readonly SimulatedEvent[] {
    if (!tracker) return NOTHING;
    const { state, position, kilometre } = drifter;
    const inReach = kilometre < LAST_MAST_KILOMETRE;
    const covered = state === "stranded" || state === "kept";
    return tracker
      .step(time, { position, inReach, covered })
      .map((records) => ({ kind: "packet", time, imei: tracker.imei, records }));
  }
}
