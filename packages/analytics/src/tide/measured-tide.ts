import type { WaterLevel } from "./read-levels.ts";
import type { TideStation, TideTurn } from "./tide-station.ts";

/** Where and by whom levels were measured. */
export type MeasuredPlace = Pick<TideStation, "id" | "name" | "position" | "licence" | "credit">;

/** A turn counts when the water goes back by this share of the span of all levels. */
const TURN_SHARE = 0.15;
/** Less than this is wind and ships, metres. */
const LEAST_TURN_METRES = 0.1;
/** A longer gap may hide a turn, milliseconds. */
const LONGEST_GAP = 2 * 3_600_000;

/** The tide that measured levels show, in time order: straight between them, outside as at their ends. */
export function measuredTide(place: MeasuredPlace, levels: readonly WaterLevel[]): TideStation {
  const turns = turnsOf(levels);
  const ranges = turns
    .slice(1)
    .map(({ levelMetres }, at) => Math.abs(levelMetres - (turns[at]?.levelMetres ?? 0)));
  const sum = ranges.reduce((total, range) => total + range, 0);
  return {
    ...place,
    amplitudeMetres: ranges.length === 0 ? 0 : sum / ranges.length / 2,
    levelAt: (time) => {
      const { before, after, share } = around(levels, time);
      return before.levelMetres + (after.levelMetres - before.levelMetres) * share;
    },
    riseAt: (time) => {
      const { before, after } = around(levels, time);
      const seconds = (after.time - before.time) / 1000;
      return seconds > 0 ? (after.levelMetres - before.levelMetres) / seconds : 0;
    },
    turns: (from, to) => turns.filter(({ time }) => time >= from && time <= to),
  };
}

/** Whether levels, in time order, tell the tide from one time to another without a long gap. */
export function tellTide(levels: readonly WaterLevel[], from: number, to: number): boolean {
  const times = levels.map(({ time }) => time);
  const inside = [from, ...times.filter((time) => time > from && time < to), to];
  const isCovered = (times[0] ?? to) <= from && (times.at(-1) ?? from) >= to;
  return (
    isCovered &&
    inside.every((time, at) => {
      const next = inside[at + 1];
      return next === undefined || next - time <= LONGEST_GAP;
    })
  );
}

/** The highest and the lowest level since the last turn, and which of them is looked for. */
interface Search {
  readonly high: WaterLevel;
  readonly low: WaterLevel;
  readonly rising: boolean | undefined;
}

/** High and low waters: a highest level is one once the water has fallen enough, and the other way round. */
function turnsOf(levels: readonly WaterLevel[]): readonly TideTurn[] {
  const [first] = levels;
  if (!first) return [];
  const turns: TideTurn[] = [];
  const enough = enoughMetres(levels);
  let search: Search = { high: first, low: first, rising: undefined };
  for (const level of levels) {
    const { high, low, rising } = searchOn(search, level, enough);
    if (search.rising === true && rising === false) turns.push({ ...high, kind: "high" });
    if (search.rising === false && rising === true) turns.push({ ...low, kind: "low" });
    // What was passed is told; the search for the other one begins here.
    search =
      rising === search.rising ? { high, low, rising } : begunAt(level, { high, low, rising });
  }
  return turns;
}

function searchOn(search: Search, level: WaterLevel, enough: number): Search {
  const high = higher(search.high, level);
  const low = lower(search.low, level);
  const hasFallen = search.rising !== false && high.levelMetres - level.levelMetres >= enough;
  if (hasFallen) return { high, low, rising: false };
  const hasRisen = search.rising !== true && level.levelMetres - low.levelMetres >= enough;
  return { high, low, rising: hasRisen ? true : search.rising };
}

function begunAt(level: WaterLevel, { high, low, rising }: Search): Search {
  return rising ? { high: level, low, rising } : { high, low: level, rising };
}

function enoughMetres(levels: readonly WaterLevel[]): number {
  const highest = levels.reduce(higher).levelMetres;
  const lowest = levels.reduce(lower).levelMetres;
  return Math.max(LEAST_TURN_METRES, TURN_SHARE * (highest - lowest));
}

function higher(a: WaterLevel, b: WaterLevel): WaterLevel {
  return b.levelMetres > a.levelMetres ? b : a;
}

function lower(a: WaterLevel, b: WaterLevel): WaterLevel {
  return b.levelMetres < a.levelMetres ? b : a;
}

const NOWHERE: WaterLevel = { time: 0, levelMetres: 0 };

function around(levels: readonly WaterLevel[], time: number) {
  let [low, high] = [0, levels.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((levels[middle]?.time ?? 0) <= time) low = middle;
    else high = middle;
  }
  const before = levels[low] ?? NOWHERE;
  const after = levels[high] ?? before;
  const part = after.time > before.time ? (time - before.time) / (after.time - before.time) : 0;
  return { before, after, share: Math.min(1, Math.max(0, part)) };
}
