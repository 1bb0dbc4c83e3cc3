/** Tide phase, spring and neap, by the definitions of docs/science.md. */
import type { TideStation, TideTurn } from "./tide-station.ts";

/** Where in the tide an instant lies. */
export interface TidePhase {
  readonly hoursSinceHighWater: number;
  readonly direction: "ebb" | "flood";
  /** Mean of the four rises and falls around the instant, metres. */
  readonly rangeMetres: number;
  /** The range of that day against those of the month around it: its upper, lower or middle third. */
  readonly age: "spring" | "neap" | "between";
}

/** High and low waters of a span, ready to be asked about any instant in it. Times are milliseconds since 1970 UTC. */
export interface TideCalendar {
  /** In the span, in time order. */
  readonly turns: readonly TideTurn[];
  /** Undefined outside the span, and where there is no tide. */
  phaseAt(time: number): TidePhase | undefined;
}

const HOUR = 3_600_000;
/** Half a synodic month: from one spring tide to the next. */
const HALF_MONTH = 14.765 * 24 * HOUR;
/** Where there is one tide a day, its high water may be so far back. */
const MARGIN = HALF_MONTH + 36 * HOUR;

/** Predicts the tides of a station from one time to another, once for all questions. */
export function tideCalendar(station: TideStation, from: number, to: number): TideCalendar {
  const turns = station.turns(from - MARGIN, to + MARGIN);
  const ranges = rangesOf(turns);
  return {
    turns: turns.filter(({ time }) => time >= from && time <= to),

    phaseAt(time) {
      if (time < from || time > to) return undefined;
      const at = lastNotAfter(turns, time);
      const turn = turns[at];
      const high = turn?.kind === "high" ? turn : turns[at - 1];
      const rangeMetres = ranges[at];
      if (!turn || high?.kind !== "high" || rangeMetres === undefined) return undefined;
      return {
        hoursSinceHighWater: (time - high.time) / HOUR,
        direction: turn === high ? "ebb" : "flood",
        rangeMetres,
        age: ageOf(rangeMetres, monthOf(turns, ranges, turn.time)),
      };
    },
  };
}

/** Of each turn: the mean of the two rises and falls before the next turn and the two after this one. */
function rangesOf(turns: readonly TideTurn[]): readonly number[] {
  const steps = turns
    .slice(1)
    .map(({ levelMetres }, at) => Math.abs(levelMetres - (turns[at]?.levelMetres ?? levelMetres)));
  return turns.map((_, at) => {
    const around = steps.slice(Math.max(0, at - 2), at + 2);
    return around.reduce((sum, step) => sum + step, 0) / Math.max(1, around.length);
  });
}

function monthOf(
  turns: readonly TideTurn[],
  ranges: readonly number[],
  time: number,
): readonly number[] {
  return ranges.slice(
    lastNotAfter(turns, time - HALF_MONTH) + 1,
    lastNotAfter(turns, time + HALF_MONTH) + 1,
  );
}

function ageOf(rangeMetres: number, month: readonly number[]): TidePhase["age"] {
  const smaller = month.filter((range) => range < rangeMetres).length / month.length;
  if (smaller >= 2 / 3) return "spring";
  return smaller < 1 / 3 ? "neap" : "between";
}

/** Index of the last turn that is not after a time; -1 when all are. */
function lastNotAfter(turns: readonly TideTurn[], time: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.time ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
