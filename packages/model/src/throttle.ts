/** Counts tries by who makes them, so that nobody can try many passwords or flood us. In the memory of one process. */
export interface Throttle {
  /** Counts a try; false when there were too many. Counted before the outcome is known, or many at once would slip through. */
  take(key: string): boolean;
  /** Takes back a try that succeeded. Not all: one account of one's own must not buy more tries at others. */
  giveBack(key: string): void;
  /** Seconds until a key may try again from the beginning. */
  secondsLeft(key: string): number;
}

export interface ThrottleRule {
  readonly tries: number;
  readonly minutes: number;
  readonly now: () => Date;
}

/** More keys than this at once is an attack from many addresses; the oldest are forgotten. */
const MAX_KEYS = 20_000;

/** Lets a key try so many times in so many minutes, from its first try on. */
export function throttle({ tries, minutes, now }: ThrottleRule): Throttle {
  const counts = new Map<string, { count: number; readonly until: number }>();
  return {
    take(key) {
      const time = now().getTime();
      const known = counts.get(key);
      if (known && known.until > time) {
        known.count++;
        return known.count <= tries;
      }
      counts.delete(key);
      const [oldest] = counts.keys();
      if (counts.size >= MAX_KEYS && oldest !== undefined) counts.delete(oldest);
      counts.set(key, { count: 1, until: time + minutes * 60_000 });
      return true;
    },
    giveBack(key) {
      const known = counts.get(key);
      if (known) known.count--;
    },
    secondsLeft(key) {
      const left = (counts.get(key)?.until ?? 0) - now().getTime();
      return Math.max(0, Math.ceil(left / 1000));
    },
  };
}

/** An address as one household or machine has it: of IPv6 the network half. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  const all = [
    ...groups,
    ...Array<string>(Math.max(0, missing)).fill("0"),
    ...(tail?.split(":") ?? []),
  ];
  return all.slice(0, 4).join(":");
}
