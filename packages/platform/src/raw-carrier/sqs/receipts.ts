import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
} from "@aws-sdk/client-sqs";
import type { SqsPlace } from "./sqs-queue.ts";

/** SQS takes so many messages or receipts in one request. */
export const MOST_IN_BATCH = 10;

/** What SQS gives with a message that it delivers, and asks for to do something about it. */
interface WithReceipt {
  readonly receipt: string;
}

/** Says after how many seconds messages come again. Gives what went wrong, and never rejects. */
export function setTimes<One extends WithReceipt>(
  { client, url }: SqsPlace,
  all: readonly One[],
  secondsOf: (one: One) => number,
): Promise<readonly string[]> {
  return inBatches(all, (batch) => {
    const Entries = batch.map((one, place) => ({
      Id: String(place),
      ReceiptHandle: one.receipt,
      VisibilityTimeout: secondsOf(one),
    }));
    return client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }));
  });
}

/** Deletes messages for good. Gives what went wrong, and never rejects. */
export function removeAll(
  { client, url }: SqsPlace,
  all: readonly WithReceipt[],
): Promise<readonly string[]> {
  return inBatches(all, (batch) => {
    const Entries = batch.map(({ receipt }, place) => ({
      Id: String(place),
      ReceiptHandle: receipt,
    }));
    return client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
  });
}

async function inBatches<One>(
  all: readonly One[],
  ask: (
    batch: readonly One[],
  ) => Promise<{ readonly Failed?: BatchResultErrorEntry[] | undefined }>,
): Promise<readonly string[]> {
  const batches = Array.from({ length: Math.ceil(all.length / MOST_IN_BATCH) }, (_, batch) =>
    all.slice(batch * MOST_IN_BATCH, (batch + 1) * MOST_IN_BATCH),
  );
  const errors = await Promise.all(
    batches.map((batch) =>
      ask(batch).then(
        ({ Failed = [] }) => Failed.map(({ Code, Message }) => `${Code}: ${Message}`),
        (error: unknown) => [String(error)],
      ),
    ),
  );
  return errors.flat();
}
