export { type AwsServer, awsServer, hasAws } from "./aws/testing.ts";
export { type CacheServer, cacheServer, hasRedis } from "./cache/testing.ts";
export { type GotMail, refusal, useSmtp } from "./mail/testing.ts";
export { messageText, parcelOf, parcelText } from "./raw-carrier/parcel-text.ts";
export { withRecords } from "./raw-carrier/sqs/sqs-relay.ts";
export { type RefusingProxy, refusingProxy } from "./raw-carrier/sqs/testing.ts";
export { hasNats, type NatsServer, natsServer } from "./raw-carrier/testing.ts";
