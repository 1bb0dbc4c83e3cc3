import { addressKey, type ItemCode, type Suspicion, throttle } from "@zpr/model";
import { ProblemError } from "../problem.ts";

const MINUTES = 60;
/** A clean-up group shares one Wi-Fi: beyond this their reports are looked at first, and kept. */
const PER_ADDRESS = 60;
/** One item lies in one place: more finders than this within the time are rare. */
const PER_ITEM = 12;
/** No group of people does this: machines do, and they are refused. */
const FLOOD = 3000;

/** How often reports come from an address and of an item; nothing of it is stored. */
export interface ReportLimits {
  /** Counts a request; seconds to wait when there is a flood of them. */
  flood(address: string): number | undefined;
  /** Counts a report; what is suspicious about how many there were. */
  take(address: string, code: ItemCode): readonly Suspicion[];
  /** Takes back a report that was known already. */
  giveBack(address: string, code: ItemCode): void;
}

/** Ends a request that is one of a flood. */
export function refuseFlood(limits: ReportLimits, address: string): void {
  const wait = limits.flood(address);
  if (wait !== undefined)
    throw new ProblemError("too-many-requests", {
      detail: `send it again in ${wait} s`,
      retryAfterSeconds: wait,
    });
}

/** Limits in the memory of one process: what matters is the order of magnitude. */
export function reportLimits(now: () => Date): ReportLimits {
  const floods = throttle({ tries: FLOOD, minutes: MINUTES, now });
  const addresses = throttle({ tries: PER_ADDRESS, minutes: MINUTES, now });
  const items = throttle({ tries: PER_ITEM, minutes: MINUTES, now });
  return {
    flood(address) {
      const key = addressKey(address);
      return floods.take(key) ? undefined : floods.secondsLeft(key);
    },
    take(address, code) {
      const isFew = addresses.take(addressKey(address));
      const isRare = items.take(code);
      const suspicions: Suspicion[] = [];
      if (!isFew) suspicions.push("many-from-address");
      if (!isRare) suspicions.push("many-of-item");
      return suspicions;
    },
    giveBack(address, code) {
      addresses.giveBack(addressKey(address));
      items.giveBack(code);
    },
  };
}
