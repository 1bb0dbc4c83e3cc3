import { memoryCache, redisCache } from "@zpr/platform";
import type { Cache } from "@zpr/ports";
import type { Config } from "./config.ts";
import type { Logger } from "./logger.ts";
import { VERSION } from "./version.ts";

const now = () => new Date();

/** The configured cache, which all processes share, or one inside this process. */
export function openCache(
  { ZPR_CACHE_URL: url }: Config,
  log: Logger,
): Cache & { close(): Promise<void> } {
  return url === undefined
    ? { ...memoryCache(now), close: async () => undefined }
    : redisCache({ url, log, version: VERSION, now });
}
