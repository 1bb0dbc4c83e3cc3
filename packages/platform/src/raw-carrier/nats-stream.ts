import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from "@nats-io/jetstream";
import type { NatsAddress } from "./nats-address.ts";
import { NatsRefusal } from "./nats-connection.ts";

/** Of all processes that record, each message goes to one. */
export const CONSUMER = "ingest";

/** Who says nothing of a message for so long is taken for dead, and another gets it. */
export const SILENCE_MILLISECONDS = 10_000;
/** Who sends a parcel again, because no acknowledgement came, does so before the server forgets its id. */
const DUPLICATE_MINUTES = 5;
const MOST_IN_HAND = 20_000;
const NANOSECONDS = 1_000_000;
/** "stream name already in use with a different configuration" */
const OTHER_CONFIGURATION = 10_058;

export function subjectOf({ stream }: NatsAddress): string {
  return `${stream}.raw`;
}

/**
 * Makes the stream and its one consumer where they are not there; several processes may do so at once.
 * A message leaves the stream when it is acknowledged and by no other way: a full stream takes nothing
 * new rather than let something go.
 */
export async function ensureStream(manager: JetStreamManager, address: NatsAddress): Promise<void> {
  await ensureConfigured(manager, address);
  try {
    await manager.consumers.info(address.stream, CONSUMER);
  } catch (error) {
    if (!isRefusal(error, JetStreamApiCodes.ConsumerNotFound)) throw error;
    await manager.consumers.add(address.stream, CONSUMER_CONFIG);
  }
}

const CONSUMER_CONFIG = {
  durable_name: CONSUMER,
  ack_policy: AckPolicy.Explicit,
  ack_wait: SILENCE_MILLISECONDS * NANOSECONDS,
  max_deliver: -1,
  max_ack_pending: MOST_IN_HAND,
} satisfies Partial<ConsumerConfig>;

async function ensureConfigured(manager: JetStreamManager, address: NatsAddress): Promise<void> {
  const { stream: name, replicas } = address;
  try {
    await manager.streams.add({
      name,
      subjects: [subjectOf(address)],
      retention: RetentionPolicy.Workqueue,
      storage: StorageType.File,
      discard: DiscardPolicy.New,
      num_replicas: replicas,
      duplicate_window: DUPLICATE_MINUTES * 60_000 * NANOSECONDS,
    });
  } catch (error) {
    if (!isRefusal(error, OTHER_CONFIGURATION)) throw error;
    const { config } = await manager.streams.info(name);
    refuseForeign(config, address);
    if (config.num_replicas !== replicas)
      await manager.streams.update(name, { num_replicas: replicas });
  }
}

function isRefusal(error: unknown, code: number): boolean {
  return error instanceof JetStreamApiError && error.code === code;
}

/** Limits, placement and the like are the operator's; what would lose messages is not. */
function refuseForeign(config: StreamConfig, address: NatsAddress): void {
  const wanted: Partial<StreamConfig> = {
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    max_age: 0,
  };
  for (const [key, value] of Object.entries(wanted))
    if (config[key as keyof StreamConfig] !== value)
      throw new NatsRefusal(
        `the stream ${config.name} keeps no raw log: its ${key} is ${config[key as keyof StreamConfig]}, not ${value}`,
      );
  if (!config.subjects.includes(subjectOf(address)))
    throw new NatsRefusal(`the stream ${config.name} does not take ${subjectOf(address)}`);
}
