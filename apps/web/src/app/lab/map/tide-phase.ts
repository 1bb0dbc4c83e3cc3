/** A high or low water: milliseconds since 1970, metres above mean sea level. */
export interface TideTurn {
  readonly time: number;
  readonly kind: "high" | "low";
  readonly level: number;
}

/** Where in the tide an instant lies. */
export interface TidePhase {
  readonly hoursSinceHighWater: number;
  readonly direction: "ebb" | "flood";
}

const HOUR = 3_600_000;
/** From one turn to the next it is shorter, or turns between are not known. */
const LONGEST_HOURS = 15;

/** The phase of the tide at an instant (ms) between known turns in time order; defined as in docs/science.md. */
export function phaseAt(turns: readonly TideTurn[], time: number): TidePhase | undefined {
  const at = lastNotAfter(turns, time);
  const turn = turns[at];
  if (!turn || (time - turn.time) / HOUR > LONGEST_HOURS) return undefined;
  const high = turn.kind === "high" ? turn : turns[at - 1];
  if (high?.kind !== "high") return undefined;
  return {
    hoursSinceHighWater: (time - high.time) / HOUR,
    direction: turn === high ? "ebb" : "flood",
  };
}

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
