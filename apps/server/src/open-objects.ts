import { resolve } from "node:path";
import { folderObjectStore, openS3ObjectStore } from "@zpr/platform";
import type { ObjectStore } from "@zpr/ports";
import { type Config, ConfigError } from "./config.ts";
import type { Logger } from "./logger.ts";

/** Where photos and files lie, ready for who reads and writes them. */
export interface OpenObjects {
  readonly objectStore: ObjectStore;
  /** What does not work as it should just now, although everything goes on. */
  degraded(): readonly string[];
  close(): void;
}

const CHECK_MILLISECONDS = 30_000;
const AWAY = "the object store does not answer: photos and files cannot be kept or shown";

/** Objects in the configured bucket, or in the data folder. A bucket that cannot be used is a `ConfigError`. */
export async function openObjects(
  { ZPR_OBJECTS_URL: url, ZPR_DATA_DIR: folder }: Config,
  log: Logger,
): Promise<OpenObjects> {
  if (url === undefined)
    return {
      objectStore: folderObjectStore(resolve(folder, "objects")),
      degraded: () => [],
      close: () => undefined,
    };
  const objectStore = await openS3ObjectStore(url);
  await objectStore.check().catch((error: Error) => {
    throw new ConfigError(`ZPR_OBJECTS_URL: the bucket cannot be used: ${reasonOf(error)}`);
  });
  let isAway = false;
  async function look(): Promise<void> {
    const error = await objectStore.check().then(
      () => undefined,
      (reason: Error) => reasonOf(reason),
    );
    if (error !== undefined && !isAway) log.error({ error }, AWAY);
    isAway = error !== undefined;
  }
  const timer = setInterval(() => void look(), CHECK_MILLISECONDS).unref();
  return {
    objectStore,
    degraded: () => (isAway ? [AWAY] : []),
    close() {
      clearInterval(timer);
      objectStore.close();
    },
  };
}

/** S3 answers questions about a bucket without a text; only the name of the error tells then. */
function reasonOf({ name, message }: Error): string {
  return `${name}: ${message}`;
}
