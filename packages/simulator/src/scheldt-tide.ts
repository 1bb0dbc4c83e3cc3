import {
  atKilometre,
  type ByKilometre,
  laterTide,
  openTideDatabase,
  type TideStation,
  type TideTurn,
} from "@zpr/analytics";

/** The tide along a river, by river kilometre and time (milliseconds since 1970 UTC). */
export interface RiverTide {
  readonly credits: readonly string[];
  /** Metres above mean sea level. */
  levelAt(kilometre: number, time: number): number;
  /** The level as a share of half the mean range: about 1 at high water, -1 at low water. */
  stageAt(kilometre: number, time: number): number;
  /** Metres per second along the centre line, positive seaward. */
  currentAt(kilometre: number, time: number): number;
  /** High and low waters at a place between two times. */
  turnsAt(
    kilometre: number,
    span: { readonly from: number; readonly to: number },
  ): readonly TideTurn[];
}

/** Stations with several years of data under CC BY 4.0, from the sea inland. */
const STATIONS: readonly (readonly [kilometre: number, id: string])[] = [
  [95, "ticon/antwerpen_prosperpolder-antwppppdr-nld-rws"],
  [109, "ticon/walsoorden-walsodn-nld-rws"],
  [131, "ticon/terneuzen-ternzn-nld-rws"],
  [163, "ticon/cadzand-cadzd-nld-rws"],
];

/**
 * Minutes by which high water comes behind Vlissingen. Known from km 95 seaward; above Prosperpolder
 * there is no station, and the wave is assumed to go on at 2.2 minutes a kilometre, slower than in
 * the estuary because the river is shallower.
 */
const LAG_MINUTES: ByKilometre = [
  [0, 289],
  [95, 80],
  [101, 74],
  [116, 49],
  [131, 21],
  [148, 0],
];

/** Range as a share of that at the nearest station: it grows towards Antwerp and dies out at Gent. */
const RANGE_SHARE: ByKilometre = [
  [0, 0.45],
  [30, 0.65],
  [53, 0.98],
  [74, 1.05],
  [95, 1],
  [200, 1],
];

/** Largest current of a mean tide in metres per second. */
const CURRENT: ByKilometre = [
  [0, 0.5],
  [30, 0.75],
  [60, 0.95],
  [89, 1.1],
  [131, 1.0],
  [148, 0.9],
  [165, 0.6],
  [185, 0.5],
];

/** What the river's own discharge and the ebb's dominance add, in metres per second seaward. */
const RESIDUAL: ByKilometre = [
  [0, 0.15],
  [30, 0.12],
  [60, 0.09],
  [101, 0.06],
  [148, 0.05],
  [185, 0.04],
];

/** Slack comes after high and low water, as the wave is neither standing nor purely running. */
const SLACK_DELAY = 40 * 60_000;
const MINUTE = 60_000;
const PRINCIPAL_LUNAR_RADIANS_PER_SECOND = (2 * Math.PI) / 44_714.16;

const database = await openTideDatabase();

interface Gauge {
  readonly kilometre: number;
  readonly station: TideStation;
  readonly lag: number;
}

/** Predicts the tide of the Scheldt from Melle to the sea. */
export function scheldtTide(): RiverTide {
  const gauges = STATIONS.map(
    ([kilometre, id]): Gauge => ({ kilometre, station: tideStation(id), lag: lagAt(kilometre) }),
  );
  const blended = blendOf(gauges);

  return {
    credits: gauges.map(({ station }) => station.credit),

    levelAt(kilometre, time) {
      const level = blended(kilometre, time, levelOf);
      return level * atKilometre(RANGE_SHARE, kilometre);
    },

    stageAt: (kilometre, time) => blended(kilometre, time, stageOf),

    currentAt(kilometre, time) {
      const rise = blended(kilometre, time - SLACK_DELAY, relativeRiseOf);
      return atKilometre(RESIDUAL, kilometre) - rise * atKilometre(CURRENT, kilometre);
    },

    turnsAt(kilometre, { from, to }) {
      const nearest = gauges.reduce((best, candidate) =>
        Math.abs(candidate.kilometre - kilometre) < Math.abs(best.kilometre - kilometre)
          ? candidate
          : best,
      );
      const lagMinutes = (lagAt(kilometre) - nearest.lag) / MINUTE;
      const rangeShare = atKilometre(RANGE_SHARE, kilometre);
      return laterTide(nearest.station, { lagMinutes, rangeShare }).turns(from, to);
    },
  };
}

type Reading = (station: TideStation, time: number) => number;

const levelOf: Reading = (station, time) => station.levelAt(time);
const stageOf: Reading = (station, time) => station.levelAt(time) / station.amplitudeMetres;
const relativeRiseOf: Reading = (station, time) =>
  station.riseAt(time) / (station.amplitudeMetres * PRINCIPAL_LUNAR_RADIANS_PER_SECOND);

/** Between two gauges each speaks by its nearness; beyond the last one it speaks alone. */
function blendOf(gauges: readonly Gauge[]) {
  return (kilometre: number, time: number, read: Reading): number => {
    const lag = lagAt(kilometre);
    const next = gauges.findIndex((candidate) => candidate.kilometre >= kilometre);
    const after = gauges.at(next);
    const before = next > 0 ? gauges[next - 1] : after;
    if (!before || !after) return 0;
    const here = read(after.station, time - lag + after.lag);
    if (before === after) return here;
    const share = (kilometre - before.kilometre) / (after.kilometre - before.kilometre);
    return here * share + read(before.station, time - lag + before.lag) * (1 - share);
  };
}

function tideStation(id: string): TideStation {
  const station = database.station(id);
  if (!station) throw new RangeError(`the tide database has no station ${id}`);
  return station;
}

function lagAt(kilometre: number): number {
  return atKilometre(LAG_MINUTES, kilometre) * MINUTE;
}
