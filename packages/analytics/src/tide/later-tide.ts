import type { TideStation } from "./tide-station.ts";

/** How the tide of a place differs from that of the station it is predicted by. */
export interface TideShift {
  /** By which high and low water come behind the station's, minutes; negative when they come before. */
  readonly lagMinutes: number;
  /** Its range as a share of the station's; the same when left out. */
  readonly rangeShare?: number;
}

/** The tide of a place upstream or downstream of a station: later by so much, and higher or lower. */
export function laterTide(station: TideStation, shift: TideShift): TideStation {
  const { lagMinutes, rangeShare = 1 } = shift;
  const lag = lagMinutes * 60_000;
  return {
    ...station,
    amplitudeMetres: station.amplitudeMetres * rangeShare,
    levelAt: (time) => station.levelAt(time - lag) * rangeShare,
    riseAt: (time) => station.riseAt(time - lag) * rangeShare,
    turns: (from, to) =>
      station.turns(from - lag, to - lag).map((turn) => ({
        ...turn,
        time: turn.time + lag,
        levelMetres: turn.levelMetres * rangeShare,
      })),
  };
}
