import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
} from "@aws-sdk/client-sqs";
import type { Log } from "@zpr/ports";
import { inBatches, MOST_IN_BATCH } from "./in-batches.ts";
import type { SqsQueue } from "./sqs-queue.ts";

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
  /** Up to ten texts; waits so many seconds for the first. */
  receive(waitSeconds: number): Promise<readonly Received[]>;
  /** Never rejects: what is not deleted comes again. */
  remove(held: readonly Received[]): Promise<void>;
  /** Never rejects: what cannot be given back comes again when its time is over. */
  giveBack(held: readonly Received[]): Promise<void>;
  close(): void;
}

/** What came more often than this waits before it comes again, longer each time. */
const AT_ONCE_DELIVERIES = 2;
const MOST_PAUSE_SECONDS = 60;
/** Time is asked for this often before it is over. */
const EXTENSIONS = 3;

/** Receives from a queue. What is held for long is kept from others by asking for more time. */
export function sqsReceiver(
  { client, url }: Pick<SqsQueue, "client" | "url">,
  { holdSeconds, log }: { readonly holdSeconds: number; readonly log: Log },
): SqsReceiver {
  const held = new Set<Received>();
  const extending = setInterval(
    () => void setTimes([...held], () => holdSeconds),
    (holdSeconds * 1000) / EXTENSIONS,
  ).unref();

  async function setTimes(
    received: readonly Received[],
    secondsOf: (one: Received) => number,
  ): Promise<void> {
    await eachBatch(received, "cannot tell SQS how long to wait", async (batch) => {
      const Entries = batch.map((one, place) => ({
        Id: String(place),
        ReceiptHandle: one.receipt,
        VisibilityTimeout: secondsOf(one),
      }));
      const { Failed = [] } = await client.send(
        new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }),
      );
      return Failed;
    });
  }

  async function eachBatch(
    received: readonly Received[],
    complaint: string,
    ask: (batch: readonly Received[]) => Promise<readonly { readonly Code?: string | undefined }[]>,
  ): Promise<void> {
    await Promise.all(
      inBatches(received).map(async (batch) => {
        const error = await ask(batch).then(
          ([failure]) => failure?.Code,
          (reason: unknown) => String(reason),
        );
        if (error !== undefined) log.warn({ error }, complaint);
      }),
    );
  }

  function letGo(received: readonly Received[]): void {
    for (const one of received) held.delete(one);
  }

  return {
    async receive(waitSeconds) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: MOST_IN_BATCH,
          WaitTimeSeconds: waitSeconds,
          VisibilityTimeout: holdSeconds,
          MessageSystemAttributeNames: ["ApproximateReceiveCount", "SentTimestamp"],
        }),
      );
      const received = Messages.map(toReceived);
      for (const one of received) held.add(one);
      return received;
    },

    async remove(received) {
      letGo(received);
      await eachBatch(received, "what is recorded could not be deleted from SQS", async (batch) => {
        const Entries = batch.map(({ receipt }, place) => ({
          Id: String(place),
          ReceiptHandle: receipt,
        }));
        const { Failed = [] } = await client.send(
          new DeleteMessageBatchCommand({ QueueUrl: url, Entries }),
        );
        return Failed;
      });
    },

    async giveBack(received) {
      letGo(received);
      await setTimes(received, ({ deliveries }) => pauseAfter(deliveries));
    },

    close: () => clearInterval(extending),
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
