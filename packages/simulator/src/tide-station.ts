import { stationsById } from "@neaps/tide-database";
import { createTidePredictor, type TidePrediction } from "@neaps/tide-predictor";

/** Predicted tide at one station. Times are milliseconds since 1970 UTC. */
export interface TideStation {
  readonly name: string;
  readonly credit: string;
  /** Metres above mean sea level. */
  levelAt(time: number): number;
  /** Rise in metres per second, negative while falling. */
  riseAt(time: number): number;
  /** High and low waters between two times. */
  turns(from: number, to: number): readonly TideTurn[];
  /** Amplitude of the principal lunar tide in metres: half the mean range, nearly. */
  readonly amplitudeMetres: number;
}

/** A high or a low water. */
export interface TideTurn {
  readonly time: number;
  readonly levelMetres: number;
  readonly kind: "high" | "low";
}

const DAY = 86_400_000;
const STEP = 300_000;

/** The station of the tide database with this id. */
export function tideStation(id: string): TideStation {
  const station = stationsById.get(id);
  if (!station) throw new RangeError(`the tide database has no station ${id}`);
  const predictor = createTidePredictor(station.harmonic_constituents);
  const around = levelsAround(predictor);

  return {
    name: station.name,
    credit: station.attribution ?? "",
    amplitudeMetres:
      station.harmonic_constituents.find(({ name }) => name === "M2")?.amplitude ?? 1,

    levelAt(time) {
      const { before, after, share } = around(time);
      return before + (after - before) * share;
    },

    riseAt(time) {
      const { before, after } = around(time);
      return ((after - before) * 1000) / STEP;
    },

    turns(from, to) {
      return predictor
        .getExtremesPrediction({ start: new Date(from), end: new Date(to) })
        .map(({ time, level, high }) => ({
          time: time.getTime(),
          levelMetres: level,
          kind: high ? "high" : "low",
        }));
    },
  };
}

/** Looks levels up in five-minute steps; they are predicted a day at a time and kept. */
function levelsAround(predictor: TidePrediction) {
  const days = new Map<number, Float64Array>();
  let lastDay = Number.NaN;
  let levels: Float64Array = new Float64Array();

  return (time: number) => {
    const day = Math.floor(time / DAY);
    if (day !== lastDay) {
      levels = days.get(day) ?? levelsOf(predictor, day);
      days.set(day, levels);
      lastDay = day;
    }
    const place = (time - day * DAY) / STEP;
    const index = Math.floor(place);
    return { before: levels[index] ?? 0, after: levels[index + 1] ?? 0, share: place - index };
  };
}

function levelsOf(predictor: TidePrediction, day: number): Float64Array {
  const timeline = predictor.getTimelinePrediction({
    start: new Date(day * DAY),
    end: new Date((day + 1) * DAY + STEP),
    timeFidelity: STEP / 1000,
  });
  return Float64Array.from(timeline.slice(0, DAY / STEP + 1), ({ level }) => level);
}
