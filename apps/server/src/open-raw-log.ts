import { openNatsCarrier, openSqsCarrier } from "@zpr/platform";
import type { ObjectStore, RawCarrier, RawLog } from "@zpr/ports";
import { type Database, type PostgresRawLog, postgresRawLog } from "@zpr/storage";
import { type Config, ConfigError } from "./config.ts";
import type { Logger } from "./logger.ts";

/** The raw log, and the engine that carries messages to it where there is one. */
export interface OpenRawLog {
  readonly rawLog: RawLog;
  /** The log's own table: all messages without an engine, with one those that it cannot take. */
  readonly table: PostgresRawLog;
  readonly carrier: RawCarrier | undefined;
  close(): Promise<void>;
}

interface Around extends Pick<Config, "ZPR_LOG_URL" | "ZPR_DECODED_URL" | "ZPR_OBJECTS_URL"> {
  readonly objectStore: ObjectStore;
  readonly log: Logger;
}

/** The raw log on the configured engine, or in the database. */
export async function openRawLog(database: Database, around: Around): Promise<OpenRawLog> {
  const table = postgresRawLog(database);
  const carrier = await openCarrier(around);
  if (!carrier) return { rawLog: table, table, carrier, close: async () => undefined };
  return { rawLog: carriedBy(carrier, table), table, carrier, close: carrier.close };
}

/** What carries raw messages, where it is not the database. */
export async function openCarrier(around: Around): Promise<RawCarrier | undefined> {
  const { ZPR_LOG_URL: url, ZPR_DECODED_URL: decodedUrl, objectStore, log } = around;
  if (decodedUrl !== undefined && !url?.startsWith("sqs:"))
    throw new ConfigError("ZPR_DECODED_URL is of use only beside a ZPR_LOG_URL of SQS");
  if (url === undefined) return undefined;
  if (!url.startsWith("sqs:")) return openNatsCarrier({ url, log });
  // A folder of one machine is nothing that all processes reach.
  const shared = around.ZPR_OBJECTS_URL === undefined ? undefined : objectStore;
  return openSqsCarrier({ url, decodedUrl, objectStore: shared, log }).catch((error: Error) => {
    throw new ConfigError(`ZPR_LOG_URL: SQS cannot be used: ${error.name}: ${error.message}`);
  });
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
