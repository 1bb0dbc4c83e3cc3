import { awsServer, cacheServer, natsServer } from "@zpr/platform/testing";
import { lambda } from "../../test/lambda.ts";

/** What an installation leans on besides its database. */
export interface Engines {
  readonly settings: Readonly<Record<string, string>>;
  /** Process ids by what is to be told apart. */
  readonly pids: Readonly<Record<string, number>>;
  remove(): Promise<void>;
}

/** Redis alone: the raw log is in the database. */
export async function redisAlone(): Promise<Engines> {
  const redis = await cacheServer();
  await redis.start();
  return {
    settings: { ZPR_CACHE_URL: redis.url },
    pids: { redis: redis.pid() },
    remove: redis.kill,
  };
}

/** Redis, and NATS JetStream for the raw log. */
export async function redisAndNats(): Promise<Engines> {
  const redis = await redisAlone();
  const nats = await natsServer();
  await nats.start();
  return {
    settings: { ...redis.settings, ZPR_LOG_URL: `${nats.url}/zpr` },
    pids: { ...redis.pids, nats: nats.pid() },
    async remove() {
      await Promise.all([redis.remove(), nats.remove()]);
    },
  };
}

/** Redis, and an SQS with the decoder between two queues: moto's, in Python and in memory. */
export async function redisAndSqs(): Promise<Engines> {
  const redis = await redisAlone();
  const aws = await awsServer();
  const settings = {
    ...redis.settings,
    ...aws.environment,
    ZPR_LOG_URL: await aws.makeQueue("raw"),
    ZPR_DECODED_URL: await aws.makeQueue("decoded"),
    ZPR_OBJECTS_URL: await aws.makeBucket("zpr-objects"),
  };
  const decoder = await lambda(settings.ZPR_LOG_URL, settings);
  decoder.start();
  return {
    settings,
    pids: { ...redis.pids, sqs: aws.pid, decoder: decoder.pid() },
    async remove() {
      await Promise.all([redis.remove(), decoder.remove()]);
      await aws.kill();
    },
  };
}
