import { setTimeout as pause } from "node:timers/promises";
import type { ContestStore, Log } from "@zpr/ports";

const HOUR_MILLISECONDS = 3_600_000;

/** Forgets, every hour, who took part in contests whose time to remember is over. */
export function forgetContests(
  { contestStore, log, now }: Ports,
  everyMilliseconds = HOUR_MILLISECONDS,
): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  async function run(): Promise<void> {
    while (!signal.aborted) {
      await forget();
      await pause(everyMilliseconds, undefined, { signal }).catch(() => {});
    }
  }
  async function forget(): Promise<void> {
    try {
      const contacts = await contestStore.eraseDue(now());
      if (contacts > 0) log.info({ contacts }, "contacts of contests forgotten");
    } catch (error) {
      log.warn({ error }, "contacts of contests could not be forgotten yet");
    }
  }
  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}

interface Ports {
  readonly contestStore: Pick<ContestStore, "eraseDue">;
  readonly log: Log;
  readonly now: () => Date;
}
