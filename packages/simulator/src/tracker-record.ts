/** What a tracker writes down, true or not: noise, spikes, no fix, and now and then (0, 0). */
import type { Position } from "@zpr/model";
import { metresBetween, moved } from "./ground.ts";
import type { Random } from "./random.ts";
import type { TrackerIo, TrackerRecord } from "./teltonika-encode.ts";

/** All that one record is made of. */
export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly position: Position;
  /** Under water, reeds or a roof: no fix more often. */
  readonly covered: boolean;
  readonly io: TrackerIo;
}

/** Where the tracker was at the record before, and what position it last worked out. */
export interface Memory {
  readonly before: Pick<Moment, "time" | "position"> | undefined;
  readonly lastFix: Position | undefined;
}

/** How bad the receiver is: 1-sigma radial error, and how much likelier faults are than usual. */
export interface Receiver {
  readonly sigmaMetres: number;
  readonly faultFactor: number;
}

/** Writes one record; `good` tells whether its position is a fresh one of the usual quality. */
export function writeRecord(
  moment: Moment,
  { receiver, memory }: { readonly receiver: Receiver; readonly memory: Memory },
  random: Random,
): { readonly record: TrackerRecord; readonly good: boolean } {
  const { faultFactor } = receiver;
  if (random.chance(0.003 * faultFactor))
    return { record: withoutFix(moment, [0, 0]), good: false };
  if (random.chance((moment.covered ? 0.1 : 0.02) * faultFactor))
    return { record: withoutFix(moment, memory.lastFix ?? [0, 0]), good: false };
  if (random.chance(0.004 * faultFactor)) return { record: spike(moment, random), good: false };
  const axis = receiver.sigmaMetres / Math.SQRT2;
  const noise = [random.normal() * axis, random.normal() * axis] as const;
  return { record: goodFix({ moment, noise, before: memory.before }, random), good: true };
}

function goodFix(
  {
    moment,
    noise,
    before,
  }: Pick<Memory, "before"> & {
    readonly moment: Moment;
    readonly noise: readonly [number, number];
  },
  random: Random,
): TrackerRecord {
  const [east, north] = before ? metresBetween(before.position, moment.position) : [0, 0];
  const seconds = before ? (moment.time - before.time) / 1000 : 1;
  const speed = (Math.hypot(east, north) / seconds) * 3.6;
  const heading = (Math.atan2(east, north) * 180) / Math.PI;
  const hdopTenths = Math.round(random.between(7, 19));
  return {
    time: moment.time,
    position: moved(moment.position, ...noise),
    altitudeMetres: Math.round(4 + random.normal() * 6),
    headingDegrees: Math.floor((heading + 360) % 360),
    satellites: Math.floor(random.between(6, 15)),
    speedKilometresPerHour: speed,
    io: { ...moment.io, moving: speed > 0.5 ? 1 : 0, gnssStatus: 1, hdopTenths },
  };
}

/** Reflections off quays and ships: a fix that claims to be good and lies kilometres away. */
function spike(moment: Moment, random: Random): TrackerRecord {
  const metres = random.between(2_000, 30_000);
  const way = random.between(0, 2 * Math.PI);
  const hdopTenths = Math.round(random.between(25, 80));
  return {
    time: moment.time,
    position: moved(moment.position, Math.cos(way) * metres, Math.sin(way) * metres),
    altitudeMetres: Math.round(random.between(-80, 300)),
    headingDegrees: 0,
    satellites: Math.floor(random.between(4, 7)),
    speedKilometresPerHour: 0,
    io: { ...moment.io, moving: 0, gnssStatus: 1, hdopTenths },
  };
}

function withoutFix(moment: Moment, position: Position): TrackerRecord {
  return {
    time: moment.time,
    position,
    altitudeMetres: 0,
    headingDegrees: 0,
    satellites: 0,
    speedKilometresPerHour: 0,
    io: { ...moment.io, moving: 0, gnssStatus: 2, hdopTenths: 0 },
  };
}
