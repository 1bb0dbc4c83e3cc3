import pg from "pg";
import type { DatabaseAddress } from "./database.ts";
import { clientOptions } from "./database.ts";

/** What other processes say through the database. */
export interface Notifications {
  close(): Promise<void>;
}

export interface NotificationListener {
  readonly channel: string;
  readonly heard: (payload: string) => void;
  /** Called whenever listening begins: what was said before was not heard. */
  readonly began: () => void;
}

const FIRST_PAUSE_MILLISECONDS = 200;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

/** Listens to a channel of the database on a connection of its own, which is made again when it breaks. */
export function listenToDatabase(
  address: DatabaseAddress,
  { channel, heard, began }: NotificationListener,
): Notifications {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  async function open(): Promise<void> {
    const made = new pg.Client(clientOptions(address));
    client = made;
    made.on("error", () => undefined);
    made.on("end", later);
    made.on("notification", ({ payload = "" }) => heard(payload));
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
      failures = 0;
      began();
    } catch {
      // A client that never connected does not say that it has ended.
      await made.end().catch(() => undefined);
      later();
    }
  }

  function later(): void {
    if (closed || timer) return;
    const wait = Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** failures++);
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, wait);
    timer.unref();
  }

  void open();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
