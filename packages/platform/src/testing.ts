export { type AwsServer, awsServer, hasAws } from "./aws/testing.ts";
export { type CacheServer, cacheServer, hasRedis } from "./live-events/testing.ts";
export { type GotMail, refusal, useSmtp } from "./mail/testing.ts";
export { hasNats, type NatsServer, natsServer } from "./raw-carrier/testing.ts";
