export { type CacheServer, cacheServer, hasRedis } from "./cache/testing.ts";
export { type GotMail, refusal, useSmtp } from "./mail/testing.ts";
