import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@zpr/ports";
import { storedUplinks, type TtnStorage } from "./ttn-storage.ts";

/** Until when all uplinks of a source are kept, remembered from one start to the next. */
export interface Bookmark {
  /** RFC 3339; undefined before the first time. */
  read(): Promise<string | undefined>;
  write(receivedAt: string): Promise<void>;
}

export interface TtnBackfillOptions {
  readonly storage: TtnStorage;
  readonly bookmark: Bookmark;
  /** Resolves once the uplink is durable. What is kept already may come again. */
  append(bytes: Buffer): Promise<void>;
  readonly log: Log;
  readonly retryMilliseconds?: number;
  /** How often the bookmark is moved, at most, by what comes live. */
  readonly bookmarkMilliseconds?: number;
  readonly now: () => Date;
}

/** Fetches what the network stored while nobody listened. */
export interface TtnBackfill {
  /** Messages may be missed from now on: what comes live moves the bookmark no further. */
  interrupted(): void;
  /** Messages flow: fetches all since the bookmark. Called once by itself, at the start. */
  flowing(): void;
  /** A live uplink is kept. */
  heard(receivedAt: string): Promise<void>;
  /** Resolves when what was missed is fetched. */
  complete(): Promise<void>;
  close(): Promise<void>;
}

const RETRY_MILLISECONDS = 5_000;
const LONGEST_RETRY_MILLISECONDS = 5 * 60_000;
const BOOKMARK_MILLISECONDS = 60_000;
const FIRST_TIME_MILLISECONDS = 24 * 60 * 60_000;
/** Uplinks of an instant may reach us in another order than the network received them. */
const OVERLAP_MILLISECONDS = 30_000;

/** Starts fetching. A failure is logged and tried again, more and more seldom. */
export function startTtnBackfill(options: TtnBackfillOptions): TtnBackfill {
  const { storage, bookmark, log, now } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let isComplete = false;
  let wanted = 0;
  let breaks = 0;
  let newest: string | undefined;
  let movedAt = 0;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let wait = options.retryMilliseconds ?? RETRY_MILLISECONDS;
    let unbroken = breaks;
    for (let done = -1; done !== wanted && !signal.aborted; ) {
      const asked = wanted;
      unbroken = breaks;
      try {
        await fetchMissed();
        done = asked;
      } catch (error) {
        if (signal.aborted) break;
        log.warn({ application: storage.application, error: String(error) }, "back-fill failed");
        await pause(wait, undefined, { signal }).catch(() => {});
        wait = Math.min(wait * 2, LONGEST_RETRY_MILLISECONDS);
      }
    }
    isComplete = !signal.aborted && unbroken === breaks;
    running = undefined;
  }

  async function fetchMissed(): Promise<void> {
    const since = await bookmark.read();
    let fetched = 0;
    for await (const page of storedUplinks(storage, beginning(since, now), signal)) {
      for (const { bytes } of page) await options.append(bytes);
      fetched += page.length;
      await move(page.at(-1)?.receivedAt);
    }
    log.info({ application: storage.application, since, fetched }, "back-fill is complete");
  }

  async function move(receivedAt: string | undefined): Promise<void> {
    if (receivedAt === undefined || !isAfter(receivedAt, newest)) return;
    newest = receivedAt;
    movedAt = now().getTime();
    await bookmark.write(receivedAt);
  }

  function flowing(): void {
    wanted += 1;
    isComplete = false;
    running ??= run();
  }

  const every = options.bookmarkMilliseconds ?? BOOKMARK_MILLISECONDS;
  let heardLast: string | undefined;
  flowing();
  return {
    interrupted() {
      breaks += 1;
      isComplete = false;
    },
    flowing,
    async heard(receivedAt) {
      if (!isComplete) return;
      if (isAfter(receivedAt, heardLast)) heardLast = receivedAt;
      if (now().getTime() - movedAt >= every) await move(heardLast);
    },
    async complete() {
      await running;
    },
    async close() {
      if (isComplete) await move(heardLast);
      closing.abort();
      await running;
    },
  };
}

function beginning(since: string | undefined, now: () => Date): string {
  if (since === undefined) return new Date(now().getTime() - FIRST_TIME_MILLISECONDS).toISOString();
  return new Date(Date.parse(since) - OVERLAP_MILLISECONDS).toISOString();
}

function isAfter(receivedAt: string, other: string | undefined): boolean {
  return other === undefined || Date.parse(receivedAt) > Date.parse(other);
}
