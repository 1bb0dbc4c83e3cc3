import { type Message, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import type { Log } from "@zpr/ports";
import { removeAll, setTimes } from "./receipts.ts";
import type { SqsPlace } from "./sqs-queue.ts";

/** A text from a queue, which nobody else gets while it is held. */
export interface Received {
  /** The same however often the text is delivered. */
  readonly id: string;
  readonly text: string;
  readonly sentAt: Date;
  /** How often the queue has delivered it, this time included. */
  readonly deliveries: number;
  readonly receipt: string;
}

/** Takes texts from one queue, and holds them until they are deleted or given back. */
export interface SqsReceiver {
  /** Some texts, ten at most; waits so many seconds for the first. */
  receive(most: number, waitSeconds: number): Promise<readonly Received[]>;
  /** When the oldest of what came last was sent; undefined once nothing more came. */
  oldestSentAt(): Date | undefined;
  /** Never rejects: what is not deleted comes again. */
  remove(held: readonly Received[]): Promise<void>;
  /** Never rejects: what cannot be given back comes again when its time is over. */
  giveBack(held: readonly Received[]): Promise<void>;
  /** Gives back all that is held, once what is being received is there. */
  close(): Promise<void>;
}

/** What came more often than this waits before it comes again, longer each time. */
const AT_ONCE_DELIVERIES = 2;
const MOST_PAUSE_SECONDS = 60;
/** Time is asked for this often before it is over. */
const EXTENSIONS = 3;

/** Receives from a queue. What is held for long is kept from others by asking for more time. */
export function sqsReceiver(
  queue: SqsPlace,
  { holdSeconds, log }: { readonly holdSeconds: number; readonly log: Log },
): SqsReceiver {
  const held = new Set<Received>();
  const underWay = new Set<Promise<unknown>>();
  let oldest: number | undefined;
  const extending = setInterval(
    () => void setTimes(queue, [...held], () => holdSeconds).then(complain),
    (holdSeconds * 1000) / EXTENSIONS,
  ).unref();

  async function giveBack(received: readonly Received[]): Promise<void> {
    letGo(received);
    complain(await setTimes(queue, received, ({ deliveries }) => pauseAfter(deliveries)));
  }

  async function receive(most: number, waitSeconds: number): Promise<readonly Received[]> {
    const { Messages = [] } = await queue.client.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: most,
        WaitTimeSeconds: waitSeconds,
        VisibilityTimeout: holdSeconds,
        MessageSystemAttributeNames: ["ApproximateReceiveCount", "SentTimestamp"],
      }),
    );
    const received = Messages.map(toReceived);
    if (received.length > 0) oldest = Math.min(...received.map(({ sentAt }) => sentAt.getTime()));
    else if (held.size === 0) oldest = undefined;
    for (const one of received) held.add(one);
    return received;
  }

  function complain(errors: readonly string[]): void {
    if (errors.length > 0)
      log.warn({ errors }, "SQS does not let go of messages, or not hold them");
  }

  function letGo(received: readonly Received[]): void {
    for (const one of received) held.delete(one);
  }

  return {
    receive(most, waitSeconds) {
      const receiving = receive(most, waitSeconds).finally(() => underWay.delete(receiving));
      underWay.add(receiving);
      return receiving;
    },

    async remove(received) {
      letGo(received);
      complain(await removeAll(queue, received));
    },

    giveBack,

    oldestSentAt: () => (oldest === undefined ? undefined : new Date(oldest)),

    async close() {
      await Promise.allSettled(underWay);
      clearInterval(extending);
      await giveBack([...held]);
    },
  };
}

/** What fails again and again must not keep everybody busy, nor be dead after a second. */
function pauseAfter(deliveries: number): number {
  if (deliveries <= AT_ONCE_DELIVERIES) return 0;
  return Math.min(MOST_PAUSE_SECONDS, 2 ** (deliveries - AT_ONCE_DELIVERIES));
}

function toReceived({ MessageId, Body, ReceiptHandle, Attributes }: Message): Received {
  return {
    id: MessageId ?? "",
    text: Body ?? "",
    receipt: ReceiptHandle ?? "",
    sentAt: new Date(Number(Attributes?.SentTimestamp)),
    deliveries: Number(Attributes?.ApproximateReceiveCount),
  };
}
