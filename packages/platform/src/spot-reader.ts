import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@zpr/ports";
import { FEED_PAGE, type FedMessage, feedPage, type SpotFeed } from "./spot-feed.ts";
import type { Bookmark } from "./ttn-backfill.ts";

export interface SpotReaderOptions {
  readonly feed: SpotFeed;
  /** The feed and the time up to which all its messages are kept. */
  readonly bookmark: Bookmark;
  /** Tells the turn of this feed from those of others. */
  readonly number: number;
  /** Resolves once the message is durable. What is kept already may come again. */
  append(bytes: Buffer): Promise<void>;
  readonly log: Log;
  readonly everyMilliseconds?: number;
  readonly now: () => Date;
}

/** SPOT wants 2.5 minutes between two requests for a feed; a turn may come late, and the next in time. */
const EVERY_MILLISECONDS = 3 * 60_000;
const LEAST_SHARE = 2.5 / 3;
/** And two seconds between those for different feeds. */
const APART_MILLISECONDS = 2_000;
const LONGEST_WAIT_MILLISECONDS = 60 * 60_000;
/** What a satellite or a ground station held back may come as late as this. */
const LATE_MILLISECONDS = 24 * 60 * 60_000;
/** Longer than a feed tells of a message. */
const REMEMBERED_MILLISECONDS = 8 * 24 * 60 * 60_000;

/**
 * Reads a feed for ever: one request a turn, and a turn at most every three minutes by the clock,
 * also across restarts. A failure is logged and tried again, more and more seldom.
 */
export function startSpotReader(options: SpotReaderOptions): { close(): Promise<void> } {
  const { feed, log } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const readPage = pageReader(options, signal);

  async function run(): Promise<void> {
    let askedAt = Number.NEGATIVE_INFINITY;
    for (let failures = 0; !signal.aborted; ) {
      const wait = untilTurn(options, { failures, askedAt });
      await pause(wait, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      askedAt = performance.now();
      try {
        await readPage();
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!signal.aborted) log.warn({ feed: feed.feedId, error: String(error) }, "feed not read");
      }
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

interface Past {
  readonly failures: number;
  /** By a clock that nobody sets. */
  readonly askedAt: number;
}

function untilTurn(
  { number, now, everyMilliseconds }: SpotReaderOptions,
  { failures, askedAt }: Past,
): number {
  const every = everyMilliseconds ?? EVERY_MILLISECONDS;
  const rest = Math.min(every * (2 ** failures - 1), LONGEST_WAIT_MILLISECONDS);
  const offset = (number * APART_MILLISECONDS) % every;
  const wait = rest + every - ((now().getTime() + rest - offset) % every);
  // The clock may be set back, or a turn begin a moment before its time.
  const isTooSoon = performance.now() + wait - askedAt < every * LEAST_SHARE;
  return isTooSoon ? wait + every : wait;
}

/** Reads the newest page, or the next one as long as all that is behind may be new. */
function pageReader(
  { feed, bookmark, append }: SpotReaderOptions,
  signal: AbortSignal,
): () => Promise<void> {
  const kept = new Map<number, number>();
  let since: number | undefined;
  let newest = 0;
  let written = 0;
  let first = 1;

  async function keep(messages: readonly FedMessage[]): Promise<void> {
    for (const { id, time, bytes } of messages) {
      await append(bytes);
      kept.set(id, time.getTime());
      newest = Math.max(newest, time.getTime());
    }
  }

  async function finish(): Promise<void> {
    if (newest > written) await bookmark.write(placeOf(feed, newest));
    written = newest;
    for (const [id, time] of kept) if (time < newest - REMEMBERED_MILLISECONDS) kept.delete(id);
  }

  return async () => {
    const earliest = since ?? earliestAfter(await bookmark.read(), feed);
    since = earliest;
    const page = await feedPage(feed, first, signal);
    const fresh = page.filter(({ id, time }) => !kept.has(id) && time.getTime() >= earliest);
    await keep(fresh.toReversed());
    const isMore = page.length >= FEED_PAGE && fresh.at(-1) === page.at(-1);
    first = isMore ? first + FEED_PAGE : 1;
    if (!isMore) await finish();
  };
}

function placeOf({ feedId }: SpotFeed, time: number): string {
  return `${feedId} ${new Date(time).toISOString()}`;
}

/** A bookmark of another feed says nothing of this one. */
function earliestAfter(place: string | undefined, { feedId }: SpotFeed): number {
  const [of, time = ""] = place?.split(" ") ?? [];
  return of === feedId ? Date.parse(time) - LATE_MILLISECONDS : 0;
}
