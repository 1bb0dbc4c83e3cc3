import { Duration, Stack } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** A queue, and the one beside it for what could not be handled so often. */
export interface QueuePair {
  readonly queue: Queue;
  readonly dead: Queue;
}

/** The recorder puts aside by itself what came more than five times; this is for what never gets there. */
const MOST_DELIVERIES = 10;

/** A queue as the settings of zpr name it. */
export function sqsAddress(queue: Queue): string {
  return `sqs://${Stack.of(queue).region}/${queue.queueName}`;
}

/** Of what gateways heard, and of what the decoder made of it. */
export class Queues extends Construct {
  readonly raw: QueuePair;
  readonly fixes: QueuePair;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // The decoder may take 60 s; AWS asks for six times that.
    this.raw = this.#pair("Raw", Duration.minutes(6));
    this.fixes = this.#pair("Fixes", Duration.minutes(2));
  }

  #pair(name: string, visibilityTimeout: Duration): QueuePair {
    const kept = {
      encryption: QueueEncryption.KMS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    const dead = new Queue(this, `${name}Dead`, kept);
    const queue = new Queue(this, name, {
      ...kept,
      visibilityTimeout,
      receiveMessageWaitTime: Duration.seconds(20),
      deadLetterQueue: { queue: dead, maxReceiveCount: MOST_DELIVERIES },
    });
    return { queue, dead };
  }
}
