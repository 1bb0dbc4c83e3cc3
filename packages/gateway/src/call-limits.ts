/**
 * Calls that may wait until they are taken: when a gateway starts, all its trackers call at once, and
 * those that find no room are cut off. The system may allow fewer (`net.core.somaxconn`).
 */
export const WAITING_CALLS = 4096;

/** How many may call at once, all together and from one address. */
export interface CallLimits {
  readonly calls: number;
  readonly callsPerAddress: number;
}

/** Counts the calls that are open. */
export interface OpenCalls {
  /** Takes a call in, or says why not. */
  admit(address: string): "admitted" | "too many calls" | "too many calls from this address";
  leave(address: string): void;
}

/** A count with nobody calling. */
export function openCalls({ calls, callsPerAddress }: CallLimits): OpenCalls {
  const byAddress = new Map<string, number>();
  let all = 0;
  return {
    admit(address) {
      const from = byAddress.get(address) ?? 0;
      if (all >= calls) return "too many calls";
      if (from >= callsPerAddress) return "too many calls from this address";
      all += 1;
      byAddress.set(address, from + 1);
      return "admitted";
    },
    leave(address) {
      all -= 1;
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left === 0) byAddress.delete(address);
      else byAddress.set(address, left);
    },
  };
}
