/** What each of many may do so often in a while: noise is kept and logged, but not without end. */
export interface Allowance {
  /** Whether one more is allowed to `whom` now. */
  spend(whom: string): boolean;
}

const MOST_KEPT = 10_000;

/** An allowance of `times` in `milliseconds` for each. */
export function allowance(times: number, milliseconds: number, now: () => number): Allowance {
  const spent = new Map<string, { count: number; readonly until: number }>();
  return {
    spend(whom) {
      const at = now();
      const known = spent.get(whom);
      if (known && known.until > at) return ++known.count <= times;
      // The oldest goes when too many are remembered: a Map keeps the order in which they came.
      const [oldest] = spent.keys();
      if (spent.size >= MOST_KEPT && oldest !== undefined) spent.delete(oldest);
      spent.delete(whom);
      spent.set(whom, { count: 1, until: at + milliseconds });
      return true;
    },
  };
}
