import { openNatsCarrier } from "@zpr/platform";
import type { RawCarrier, RawLog } from "@zpr/ports";
import { type Database, type PostgresRawLog, postgresRawLog } from "@zpr/storage";
import type { Config } from "./config.ts";
import type { Logger } from "./logger.ts";

/** The raw log, and the engine that carries messages to it where there is one. */
export interface OpenRawLog {
  readonly rawLog: RawLog;
  /** The log's own table: all messages without an engine, with one those that it cannot take. */
  readonly table: PostgresRawLog;
  readonly carrier: RawCarrier | undefined;
  close(): Promise<void>;
}

/** The raw log on the configured engine, or in the database. */
export async function openRawLog(
  database: Database,
  { ZPR_LOG_URL: url }: Config,
  log: Logger,
): Promise<OpenRawLog> {
  const table = postgresRawLog(database);
  if (url === undefined)
    return { rawLog: table, table, carrier: undefined, close: async () => undefined };
  const carrier = await openNatsCarrier({ url, log });
  return { rawLog: carriedBy(carrier, table), table, carrier, close: carrier.close };
}

/** A message too large for the engine goes straight to where all others end. */
function carriedBy(carrier: RawCarrier, table: RawLog): RawLog {
  return {
    append: (message) =>
      message.bytes.length > carrier.mostMessageBytes
        ? table.append(message)
        : carrier.append(message),
  };
}
