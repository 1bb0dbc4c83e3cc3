import { setTimeout as pause } from "node:timers/promises";
import type { RawMessage } from "@zpr/model";
import type { Log, RawLog } from "@zpr/ports";

const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 2_000;

/**
 * Appends to the raw log, again and again while that is out of order: the tracker waits, nothing of
 * its connection is read meanwhile, and nothing gathers in memory. Rejects when it takes too long.
 */
export async function keepFrame(
  message: RawMessage,
  { rawLog, log }: { readonly rawLog: RawLog; readonly log: Log },
  patienceMilliseconds: number,
): Promise<void> {
  const until = Date.now() + patienceMilliseconds;
  for (let wait = FIRST_PAUSE_MILLISECONDS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MILLISECONDS))
    try {
      return await rawLog.append(message);
    } catch (error) {
      if (Date.now() + wait > until) throw error;
      log.warn({ protocol: message.protocol, error: String(error) }, "the raw log is out of order");
      await pause(wait);
    }
}
