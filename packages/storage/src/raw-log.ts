import type { RawMessage } from "@zpr/model";
import type { RawLog } from "@zpr/ports";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { messageInsertion } from "./ingest/message-insertion.ts";
import { prepared } from "./prepared.ts";

const BATCH_ROWS = 500;

/** A raw log that can say when there is something new in it. */
export interface PostgresRawLog extends RawLog {
  onAppended(listener: () => void): void;
}

interface Waiting {
  readonly message: RawMessage;
  readonly kept: () => void;
  readonly lost: (reason: unknown) => void;
}

/**
 * The raw log as a table. While one insert is on its way to the disk the next messages gather for
 * the one after, so a lone message waits for nothing and a thousand share a commit.
 */
export function postgresRawLog(database: Database): PostgresRawLog {
  const waiting: Waiting[] = [];
  const listeners: (() => void)[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await writeBatch(waiting.splice(0, BATCH_ROWS));
    writing = false;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const messages = batch.map((one) => one.message);
      await prepared(() => insert(database, messages));
    } catch (error) {
      for (const { lost } of batch) lost(error);
      return;
    }
    for (const { kept } of batch) kept();
    for (const listener of listeners) listener();
  }

  return {
    append: (message) =>
      new Promise((kept, lost) => {
        waiting.push({ message, kept, lost });
        if (!writing) void write();
      }),
    onAppended: (listener) => void listeners.push(listener),
  };
}

async function insert(database: Database, messages: readonly RawMessage[]): Promise<void> {
  await sql`
    with logged as (${messageInsertion(messages)})
    insert into raw_pending (raw_message_id) select id from logged
  `.execute(database);
}
