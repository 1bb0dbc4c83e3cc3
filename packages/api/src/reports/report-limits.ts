import { addressKey, type ItemCode, type Suspicion } from "@zpr/model";
import type { Cache } from "@zpr/ports";
import { ProblemError } from "../problem.ts";

const SECONDS = 3600;
/** A clean-up group shares one Wi-Fi: beyond this their reports are looked at first, and kept. */
const PER_ADDRESS = 60;
/** One item lies in one place: more finders than this within the time are rare. */
const PER_ITEM = 12;
/** No group of people does this: machines do, and they are refused. */
const FLOOD = 3000;

/** How often reports come from an address and of an item, counted for all processes together; nothing of it is stored. */
export interface ReportLimits {
  /** Counts a request; seconds to wait when there is a flood of them. */
  flood(address: string): Promise<number | undefined>;
  /** Counts a report; what is suspicious about how many there were. */
  take(address: string, code: ItemCode): Promise<readonly Suspicion[]>;
  /** Takes back a report that was known already. */
  giveBack(address: string, code: ItemCode): Promise<void>;
}

/** Ends a request that is one of a flood. */
export async function refuseFlood(limits: ReportLimits, address: string): Promise<void> {
  const wait = await limits.flood(address);
  if (wait !== undefined)
    throw new ProblemError("too-many-requests", {
      detail: `send it again in ${wait} s`,
      retryAfterSeconds: wait,
    });
}

/** Limits by the counts of a cache: what matters is the order of magnitude. */
export function reportLimits(cache: Pick<Cache, "count">): ReportLimits {
  const keysOf = (address: string, code: ItemCode) => [
    `reports from ${addressKey(address)}`,
    `reports of ${code}`,
  ];
  const countAll = (keys: readonly string[], by: number) =>
    Promise.all(keys.map((key) => cache.count(key, SECONDS, by)));
  return {
    async flood(address) {
      const { count, secondsLeft } = await cache.count(`flood of ${addressKey(address)}`, SECONDS);
      return count > FLOOD ? secondsLeft : undefined;
    },
    async take(address, code) {
      const [from, of] = await countAll(keysOf(address, code), 1);
      const suspicions: Suspicion[] = [];
      if (from && from.count > PER_ADDRESS) suspicions.push("many-from-address");
      if (of && of.count > PER_ITEM) suspicions.push("many-of-item");
      return suspicions;
    },
    async giveBack(address, code) {
      await countAll(keysOf(address, code), -1);
    },
  };
}
