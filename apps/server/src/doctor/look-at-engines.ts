import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config.ts";
import { createLogger } from "../logger.ts";
import { openObjects } from "../open-objects.ts";
import { openCarrier } from "../open-raw-log.ts";
import { type Finding, lookAt } from "./finding.ts";

/** An engine that is away is waited for when zpr starts; who only looks has less time. */
const PATIENCE_MILLISECONDS = 8_000;

/** What carries raw messages and keeps photos, where that is not the database and the data folder. */
export async function lookAtEngines(config: Config): Promise<readonly Finding[]> {
  const objects = config.ZPR_OBJECTS_URL ? [await lookAtBucket(config)] : [];
  const carrier = config.ZPR_LOG_URL ? [await lookAtCarrier(config)] : [];
  return [...objects, ...carrier];
}

function lookAtBucket(config: Config): Promise<Finding> {
  return lookAt(
    "photos",
    async () => {
      const opened = await openObjects(config, createLogger("silent"));
      opened.close();
      return { state: "well", found: `the bucket of ${config.ZPR_OBJECTS_URL} takes and gives` };
    },
    "check ZPR_OBJECTS_URL, and that this account may list, read, write and delete there",
  );
}

function lookAtCarrier(config: Config): Promise<Finding> {
  return lookAt(
    "raw log",
    async () => {
      const log = createLogger("silent");
      const { objectStore, close } = await openObjects(config, log);
      try {
        const carrier = await inTime(openCarrier({ ...config, objectStore, log }));
        if (!carrier) throw new Error("no engine is configured");
        await inTime(carrier.ping());
        const waiting = await inTime(carrier.waiting());
        await carrier.close();
        return {
          state: "well",
          found: `${new URL(config.ZPR_LOG_URL ?? "").protocol.slice(0, -1)}, ${waiting} parcels wait for ingest`,
        };
      } finally {
        close();
      }
    },
    "check ZPR_LOG_URL; until it answers trackers wait, and nothing they were told is lost",
  );
}

async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const stop = new AbortController();
  const late = pause(PATIENCE_MILLISECONDS, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer in ${PATIENCE_MILLISECONDS / 1000} s`);
  });
  late.catch(() => undefined);
  return Promise.race([asked, late]).finally(() => stop.abort());
}
