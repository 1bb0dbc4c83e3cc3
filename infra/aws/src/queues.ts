import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** A queue, and the one beside it for what could not be handled so often. */
export interface QueuePair {
  readonly queue: Queue;
  readonly dead: Queue;
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
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    });
    return { queue, dead };
  }
}
