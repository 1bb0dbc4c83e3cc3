/** Calls in a row that run out of time before a codec is left alone. */
const MOST_SLOW = 3;
const REST_MILLISECONDS = 60_000;

/** Which codecs are left alone for a while, so that one that never ends holds up the others only so long. */
export function codecRest(now: () => number = Date.now) {
  const slow = new Map<string, number>();
  const until = new Map<string, number>();
  return {
    isResting(source: string): boolean {
      const end = until.get(source);
      if (end === undefined) return false;
      if (now() < end) return true;
      until.delete(source);
      return false;
    },

    /** How a call went: `endless` is worse than slow and needs no second. */
    note(source: string, how: "quick" | "slow" | "endless"): void {
      if (how === "quick") {
        slow.delete(source);
        return;
      }
      const count = how === "endless" ? MOST_SLOW : (slow.get(source) ?? 0) + 1;
      slow.set(source, count);
      if (count < MOST_SLOW) return;
      slow.delete(source);
      until.set(source, now() + REST_MILLISECONDS);
    },
  };
}
