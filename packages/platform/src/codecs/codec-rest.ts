import { hash } from "node:crypto";

/** Calls in a row that run out of time before a codec is left alone. */
const MOST_SLOW = 3;
const REST_MILLISECONDS = 60_000;
/** Who tries slow codecs all day must not fill the memory with them: the ones longest ago are forgotten. */
const MOST_REMEMBERED = 1000;

interface Trouble {
  readonly slowCalls: number;
  readonly restsUntil: number;
}

/** Which codecs are left alone for a while, so that one that never ends holds up the others only so long. */
export function codecRest(now: () => number = Date.now) {
  const troubles = new Map<string, Trouble>();
  const keyOf = (source: string) => hash("sha256", source);

  return {
    isResting: (source: string): boolean =>
      now() < (troubles.get(keyOf(source))?.restsUntil ?? Number.NEGATIVE_INFINITY),

    /** How a call went: `endless` is worse than slow and needs no second. */
    note(source: string, how: "quick" | "slow" | "endless"): void {
      const key = keyOf(source);
      const before = troubles.get(key)?.slowCalls ?? 0;
      troubles.delete(key);
      if (how === "quick") return;
      const slowCalls = how === "endless" ? MOST_SLOW : before + 1;
      const isToRest = slowCalls >= MOST_SLOW;
      troubles.set(
        key,
        isToRest
          ? { slowCalls: 0, restsUntil: now() + REST_MILLISECONDS }
          : { slowCalls, restsUntil: 0 },
      );
      const [oldest] = troubles.keys();
      if (troubles.size > MOST_REMEMBERED && oldest !== undefined) troubles.delete(oldest);
    },
  };
}
