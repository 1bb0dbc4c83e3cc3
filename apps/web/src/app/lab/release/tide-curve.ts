import type { Tide } from "./release-api.ts";

/** Units of the picture: about the pixels of a phone, and it scales with the page. */
export const CURVE = { width: 420, height: 240, left: 34, right: 12, top: 44, bottom: 32 } as const;

/** A point of the curve in units of the picture. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A high or low water in the picture. */
interface Turn extends Spot {
  readonly time: string;
  readonly kind: "high" | "low";
  readonly levelMetres: number;
}

/** The tide as it is drawn: from some hours before now to a day later. */
export interface TideDrawing {
  readonly line: string;
  readonly water: string;
  readonly turns: readonly Turn[];
  /** Of whole metres above and below mean sea level. */
  readonly metres: readonly { readonly y: number; readonly value: number }[];
  /** Every six hours. */
  readonly hours: readonly { readonly x: number; readonly time: string }[];
  readonly now: Spot;
}

const HOUR = 3_600_000;
const BEFORE = 4 * HOUR;
const AFTER = 26 * HOUR;

/** Draws the tide around an instant (ms); undefined when it is not known then. */
export function drawTide(tide: Tide, now: number): TideDrawing | undefined {
  const from = now - BEFORE;
  const to = now + AFTER;
  const within = ({ time }: { readonly time: string }) =>
    Date.parse(time) >= from && Date.parse(time) <= to;
  const levels = tide.levels.filter(within);
  if (levels.length < 2) return undefined;
  const { width, height, left, right, top, bottom } = CURVE;
  const all = levels.map(({ levelMetres }) => levelMetres);
  // Room for the times beneath low waters.
  const low = Math.floor(Math.min(...all) - 0.6);
  const high = Math.ceil(Math.max(...all));
  const x = (time: number) => left + ((time - from) / (to - from)) * (width - left - right);
  const y = (level: number) =>
    top + ((high - level) / Math.max(1, high - low)) * (height - top - bottom);
  const line = levels
    .map(({ time, levelMetres }) => `${round(x(Date.parse(time)))},${round(y(levelMetres))}`)
    .join("L");
  const floor = height - bottom;
  return {
    line: `M${line}`,
    water: `M${round(x(Date.parse(levels[0]?.time ?? "")))},${floor}L${line}L${round(x(Date.parse(levels.at(-1)?.time ?? "")))},${floor}Z`,
    turns: tide.extremes
      .filter(within)
      .map((turn) => ({ ...turn, x: x(Date.parse(turn.time)), y: y(turn.levelMetres) })),
    metres: Array.from({ length: high - low + 1 }, (_, at) => low + at)
      .filter((value) => high - low <= 6 || value % 2 === 0)
      .map((value) => ({ value, y: y(value) })),
    hours: hoursBetween(from, to).map((time) => ({
      x: x(time),
      time: new Date(time).toISOString(),
    })),
    now: { x: x(now), y: y(levelAt(levels, now)) },
  };
}

/** Whole hours of the reader's day that six divides. */
function hoursBetween(from: number, to: number): readonly number[] {
  const first = new Date(from);
  first.setMinutes(0, 0, 0);
  const hours: number[] = [];
  for (let time = first.getTime() + HOUR; time <= to; time += HOUR)
    if (new Date(time).getHours() % 6 === 0) hours.push(time);
  return hours;
}

function levelAt(levels: Tide["levels"], now: number): number {
  const after = levels.find(({ time }) => Date.parse(time) >= now);
  return after?.levelMetres ?? levels.at(-1)?.levelMetres ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
