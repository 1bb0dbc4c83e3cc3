import { createTidePredictor, type TidePrediction } from "@neaps/tide-predictor";
import type { Position } from "@zpr/model";

/** Predicted tide at one station. Times are milliseconds since 1970 UTC. */
export interface TideStation {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
  readonly licence: TideLicence;
  /** What has to stand beside a prediction: who measured, under which licence, changed by whom. */
  readonly credit: string;
  /** Metres above mean sea level. */
  levelAt(time: number): number;
  /** Rise in metres per second, negative while falling. */
  riseAt(time: number): number;
  /** High and low waters between two times, in time order. */
  turns(from: number, to: number): readonly TideTurn[];
  /** Amplitude of the principal lunar tide in metres: half the mean range, nearly. */
  readonly amplitudeMetres: number;
}

/** The licence of a station's constituents, by its SPDX-like short name. */
export interface TideLicence {
  readonly name: string;
  readonly url: string;
}

/** A high or a low water. */
export interface TideTurn {
  readonly time: number;
  /** Above mean sea level. */
  readonly levelMetres: number;
  readonly kind: "high" | "low";
}

/** What a tide is predicted from. */
export interface StationConstituents
  extends Pick<TideStation, "id" | "name" | "position" | "licence" | "credit"> {
  readonly constituents: Parameters<typeof createTidePredictor>[0];
}

const DAY = 86_400_000;
const STEP = 300_000;
/** Days of levels that are kept: more than a simulation or a page looks at, at once. */
const MOST_DAYS = 400;

/** Predicts the tide of a station. */
export function predictTide({ constituents, ...station }: StationConstituents): TideStation {
  const predictor = createTidePredictor(constituents);
  const around = levelsAround(predictor);

  return {
    ...station,
    amplitudeMetres: constituents.find(({ name }) => name === "M2")?.amplitude ?? 1,

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
      if (days.size >= MOST_DAYS) days.clear();
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
