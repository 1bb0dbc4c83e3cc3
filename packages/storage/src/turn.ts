import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clientOptions, type DatabaseAddress } from "./database.ts";

/** A task that one process at a time may do, of all that share a database. */
export interface Task {
  /** Also its number among the advisory locks of the database. */
  readonly number: number;
  begin(): void;
  /** Called when the turn is over: the process is to stop, or no longer knows that it is alone. */
  end(): Promise<void>;
}

/** A process that waits for its turn, or has it. */
export interface Turn {
  close(): Promise<void>;
}

const RETRY_MILLISECONDS = 2_000;

/** Does a task whenever no other process does; another takes over when this one ends or is killed. */
export function takeTurns(
  address: DatabaseAddress,
  task: Task,
  retryMilliseconds = RETRY_MILLISECONDS,
): Turn {
  const closing = new AbortController();
  const { signal } = closing;
  const rest = () => pause(retryMilliseconds, undefined, { signal }).catch(() => {});

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await attempt().catch(() => {});
      await rest();
    }
  }

  async function attempt(): Promise<void> {
    const client = new pg.Client(clientOptions(address));
    const lost = new AbortController();
    client.on("error", () => lost.abort());
    client.on("end", () => lost.abort());
    try {
      await client.connect();
      while (!signal.aborted && !lost.signal.aborted)
        if (await lock(client)) return await hold(AbortSignal.any([signal, lost.signal]));
        else await rest();
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function lock(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query("select pg_try_advisory_lock($1) as is_mine", [
      task.number,
    ]);
    return rows[0]?.is_mine === true;
  }

  async function hold(over: AbortSignal): Promise<void> {
    task.begin();
    try {
      if (!over.aborted) await once(over, "abort");
    } finally {
      await task.end();
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
